using System.Globalization;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using static DaNangDxIndex.Scoring.SmallSet;

namespace DaNangDxIndex.Appraisal;

public sealed class AppraisedContentTests
{
    private static readonly CriteriaSet Set = Read(File(
        "10",
        """{ "code": "online", "name": "a", "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } }""",
        Criterion("A.1", "10", """{ "linear": { "of": { "sum": "online" }, "from": 0, "to": 10 } }""")));

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-GB")]
    public void What_is_answered_for_is_the_same_in_whichever_language_the_page_is_read(string language)
    {
        var invariant = In("", () => Content().Digest);

        In(language, () => Content().Digest).ShouldBe(invariant);
    }

    [Fact]
    public void What_was_kept_with_the_comma_of_a_Vietnamese_page_has_not_changed_since()
    {
        var now = Content();
        var kept = now.Canonical.Replace("Points/7.5/", "Points/7,5/", StringComparison.Ordinal);

        kept.ShouldNotBe(now.Canonical);
        AppraisedContent.Read(kept).ShouldNotBeNull().ChangedIn(now, Set).ShouldBeEmpty();
        AppraisedContent.Read(kept).ShouldNotBeNull().ChangedIn(Content(points: 7m), Set).Single().Decided.ShouldBeTrue();
    }

    private static AppraisedContent Content(decimal points = 7.5m)
    {
        var verdict = new Verdict(2025, "a", "A.1", 1);
        verdict.SetPoints(points, 10, ReasonCode.Other, "Chỉ một phần hồ sơ.", Guid.Empty, default);
        var inForce = new Dictionary<string, Verdict>(StringComparer.Ordinal) { ["A.1"] = verdict };
        var input = Agency(Set, "online=5") with { Decisions = VerdictsInForce.Decisions([verdict]) };
        return AppraisedContent.Of(
            new Assessment(2025, "a", "small", null, true, AssessmentState.Submitted), new Scorer(Set).Appraise(input, null), [], inForce);
    }

    private static T In<T>(string language, Func<T> make)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
            return make();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

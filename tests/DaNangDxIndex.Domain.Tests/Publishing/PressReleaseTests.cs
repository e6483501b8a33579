using System.Globalization;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Publishing;

/// <summary>What the press is told is in force and true, and every sentence has the address of its figures.</summary>
public sealed class PressReleaseTests
{
    [Fact]
    public void Every_sentence_has_the_address_of_its_figures_in_this_version()
    {
        var sentences = PressRelease.Of(Real(), newest: 1, withdrawn: false);

        sentences[0].Text.Vi.ShouldBe(
            "Ủy ban nhân dân thành phố Đà Nẵng công bố kết quả đánh giá, xếp hạng chuyển đổi số năm 2025 của 3 cơ quan, đơn vị "
            + "theo Quyết định số 684/QĐ-UBND ngày 31/03/2026.");
        sentences[0].Text.En.ShouldContain("of 3 agencies under Decision 684/QĐ-UBND of 31 March 2026.");
        var group = Real().Groups[0];
        var leader = group.Results.Single(result => result.Rank == 1);
        var led = sentences.Single(sentence => sentence.Text.Vi.Contains("dẫn đầu", StringComparison.Ordinal));
        led.Path.ShouldBe($"editions/2025/agencies/{leader.Agency}?version=1");
        led.Text.Vi.ShouldContain(leader.Total.Replace('.', ',') + " điểm");
        led.Text.En.ShouldContain(leader.Total + " points");
        var tiers = sentences.Single(sentence => sentence.Text.Vi.StartsWith("Khối phường, xã có 3", StringComparison.Ordinal));
        tiers.Path.ShouldBe("editions/2025?group=wards&version=1");
        sentences.ShouldAllBe(sentence => sentence.Path.StartsWith("editions/2025", StringComparison.Ordinal));
    }

    [Fact]
    public void Tiers_that_are_counted_in_a_sentence_add_up_to_all_agencies()
    {
        var group = Real().Groups[0];
        var sentence = PressRelease.Of(Real(), 1, withdrawn: false)
            .Single(pressSentence => pressSentence.Text.En.StartsWith("Wards: of 3 agencies, ", StringComparison.Ordinal));
        var counted = sentence.Text.En["Wards: of 3 agencies, ".Length..].Split([", ", " and "], StringSplitOptions.None)
            .Sum(part => int.Parse(part.Trim().Split(' ')[0], CultureInfo.InvariantCulture));
        counted.ShouldBe(group.Entrants.Count);
    }

    [Fact]
    public void Who_did_not_submit_is_told_as_such_and_not_only_as_without_a_tier()
    {
        var real = Real();
        var group = real.Groups[0];
        var absent = group.Entrants[^1].Agency;
        var left = group with
        {
            Criteria = group.Criteria with { Method = group.Criteria.Method with { NotSubmitted = NotSubmittedPolicy.LeftOut } },
            Entrants = [.. group.Entrants.Select(entrant =>
                entrant.Agency == absent ? entrant with { Submission = Submission.NotSubmitted } : entrant)],
            Results = [.. group.Results.Where(result => result.Agency != absent)],
        };

        var sentence = PressRelease.Of(real with { Groups = [left] }, newest: 1, withdrawn: false)[1];

        sentence.Text.Vi.ShouldEndWith(", 1 không nộp hồ sơ.");
        sentence.Text.Vi.ShouldNotContain("không xếp loại");
        sentence.Text.En.ShouldEndWith(" and 1 did not submit.");
    }

    [Fact]
    public void Samples_drafts_and_what_is_no_longer_in_force_are_refused_with_what_to_do()
    {
        Refused(Real() with { Illustrative = true }, 1, withdrawn: false, "press.sample");
        Refused(SampleEdition.Of() with { Illustrative = false, Document = Real().Document }, 1, false, "press.sample");
        Refused(Real() with { Number = 2 }, 1, withdrawn: false, "press.draft");
        Refused(Real(), null, withdrawn: false, "press.draft");
        Refused(Real(), 1, withdrawn: true, "press.withdrawn");
        Refused(Real(), 2, withdrawn: false, "press.superseded").ShouldContain("bản số 2");
    }

    private static string Refused(PublishedEdition edition, int? newest, bool withdrawn, string code)
    {
        var refused = Should.Throw<RuleViolation>(() => PressRelease.Of(edition, newest, withdrawn));
        refused.Code.ShouldBe(code);
        return refused.Sentence.Vi;
    }

    private static PublishedEdition Real()
    {
        var sample = SampleEdition.Of();
        return sample with
        {
            Illustrative = false,
            Document = new(new("Quyết định", "Decision"), "684/QĐ-UBND", new(2026, 3, 31), new("Chủ tịch", "Chairperson"), "I"),
            Groups = [.. sample.Groups.Select(group => group with
            {
                Entrants = [.. group.Entrants.Select(entrant => entrant with { Provenance = new Dictionary<string, Provenance>() })],
            })],
        };
    }
}

using DaNangDxIndex.Assessments;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>A correction of a published table: what it moves, how it is told, and that a stranger computes it again.</summary>
public sealed class CorrectedResultsTests : IDisposable
{
    private readonly PublishedEdition _published = SampleEdition.Of();
    private readonly AuditorFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_correction_moves_everybody_whose_rank_follows_from_it()
    {
        var groups = CorrectedResults.Of(_published.Groups, [Online("490"), Best]);

        var moved = CorrectedResults.Moved(_published.Groups, groups);
        moved.Select(result => (result.Agency, result.Before?.Rank, result.After?.Rank)).ShouldBe([("hai-chau", 1, 2), ("hoa-vang", 2, 1)]);
        moved.ShouldAllBe(result => result.Criteria.Single() == "A.1" && result.RankMoves);
        CorrectedResults.Moved(_published.Groups, CorrectedResults.Of(_published.Groups, [Best]))
            .Single(result => result.Agency == "hai-chau").Criteria.ShouldBeEmpty();
        groups[0].Entrant("hai-chau").ShouldNotBeNull().Corrections["online"].ShouldBe(ReasonCode.FigureContradicted);
        groups[0].Entrant("hai-chau").ShouldNotBeNull().Declared["online"].ShouldBe("900");
    }

    [Fact]
    public void Changes_taken_back_give_what_was_published()
    {
        ResultChange[] changes = [Online("100"), Decide("hoa-vang", "A.1", null), Decide("hoa-vang", "A.2", Points(1))];

        var back = CorrectedResults.Before(CorrectedResults.Of(_published.Groups, changes), changes);

        PublishedEditionJson.DigestOf(back).ShouldBe(PublishedEditionJson.DigestOf(_published.Groups));
    }

    [Fact]
    public void A_group_in_which_nothing_changes_stays_as_it_was_published()
    {
        var other = _published.Groups[0] with { Code = "others", Results = [], Entrants = [] };
        CorrectedResults.Of([other, .. _published.Groups], [Online("100")])[0].ShouldBeSameAs(other);
    }

    [Fact]
    public void A_stranger_computes_a_correction_again_with_everybody_it_moves()
    {
        var bundle = Bundle.Of(Corrected());
        _files.With("b.zip", BundleZip.Write(bundle)).Run("verify b.zip").ShouldBe(0, _files.Output.ToString() + _files.Errors);

        var correction = Corrected().Correction.ShouldNotBeNull();
        var hidden = Corrected() with { Correction = correction with { Moved = [correction.Moved[0]] } };
        _files.With("b.zip", BundleZip.Write(Bundle.Of(hidden))).Run("verify b.zip").ShouldBe(1);
        _files.Output.ToString().ShouldContain("/correction/moved/hoa-vang");
    }

    [Fact]
    public void A_correction_survives_writing_and_reading_over_versions_of_every_form()
    {
        foreach (var edition in new[] { Corrected(), Corrected() with { Amendments = null },
            Corrected() with { Amendments = null, Printed = null } })
        {
            var canonical = PublishedEditionJson.Canonical(edition);
            PublishedEditionJson.Canonical(PublishedEditionJson.Read(canonical)).ShouldBe(canonical);
        }
    }

    [Fact]
    public void Everything_that_changes_is_told_in_a_sentence()
    {
        var group = _published.Groups[0];
        CorrectionInWords.Of(group, Online("100")).Vi.ShouldBe(
            "Hải Châu, số liệu “Hồ sơ trực tuyến”: 500 → 100. Lý do: Số liệu không khớp với hệ thống hoặc với tài liệu.");
        CorrectionInWords.Of(group, Decide("hoa-vang", "A.2", Points(1))).En.ShouldContain("not applicable → 1.00 points");
        CorrectionInWords.Of(group.Criteria.Method, new("x", new("X", "X"), "wards", new("73.33", 1, "good"), new("70.00", 2, "fair"), []))
            .Vi.ShouldStartWith("X: 73,33 điểm, hạng 1, ");
    }

    [Theory]
    [InlineData("online", "500", ReasonCode.Other, "correction.nothing")]
    [InlineData("online", "400", null, "correction.reason")]
    [InlineData("online", "900", null, null)]
    public void A_change_changes_something_and_says_why_unless_it_is_the_declared_value_again(
        string figure, string value, ReasonCode? reason, string? refused)
    {
        var entrant = _published.Groups[0].Entrant("hai-chau").ShouldNotBeNull();
        var change = new DraftedChange(2025, "hai-chau", figure, "").Take(value, reason).Of(entrant);

        RefusalOf(entrant, change).ShouldBe(refused);
    }

    [Fact]
    public void Points_stay_within_the_criterion()
    {
        var entrant = _published.Groups[0].Entrant("hoa-vang").ShouldNotBeNull();
        var maximum = _published.Groups[0].Criteria.Criterion("A.1").ShouldNotBeNull().Maximum;
        RefusalOf(entrant, Decide("hoa-vang", "A.1", new(VerdictDecision.Points, maximum + 1, ReasonCode.Other)))
            .ShouldBe("correction.points");
        RefusalOf(entrant, Decide("hoa-vang", "A.1", new(VerdictDecision.Points, maximum, ReasonCode.Other))).ShouldBeNull();
    }

    [Fact]
    public void What_is_signed_is_what_was_seen()
    {
        var correction = Corrected().Correction.ShouldNotBeNull();
        Should.Throw<RuleViolation>(() => CorrectionRules.RequireSeen("", correction with { Changes = [] }))
            .Code.ShouldBe("correction.empty");
        Should.Throw<ChangedMeanwhile>(() => CorrectionRules.RequireSeen("other", correction));
        Should.NotThrow(() => CorrectionRules.RequireSeen(PublishedEditionJson.DigestOf(correction), correction));
    }

    private string? RefusalOf(Entrant entrant, ResultChange change)
    {
        try
        {
            CorrectionRules.RequireChange(_published.Groups[0].Criteria, entrant, change);
            return null;
        }
        catch (RuleViolation refused)
        {
            return refused.Code;
        }
    }

    /// <summary>As the next version of the sample.</summary>
    private PublishedEdition Corrected()
    {
        ResultChange[] changes = [Online("100"), Best];
        var groups = CorrectedResults.Of(_published.Groups, changes);
        return _published with
        {
            Number = 2,
            Groups = groups,
            Correction = new(
                1, CanonicalJson.Digest(PublishedEditionJson.Canonical(_published)), "Cổng dịch vụ công đếm trùng hồ sơ.", Finder.Public,
                null, changes, CorrectedResults.Moved(_published.Groups, groups)),
        };
    }

    private FigureChange Online(string value) => new(
        "hai-chau", "online", FigureInForce.Of(_published.Groups[0].Entrant("hai-chau")!, "online"),
        new(value, ReasonCode.FigureContradicted));

    private DecisionChange Decide(string agency, string criterion, PublishedDecision? after) => new(
        agency, criterion, _published.Groups[0].Entrant(agency)!.Decisions.GetValueOrDefault(criterion), after);

    /// <summary>Hoa Vang gets all points of its first criterion.</summary>
    private DecisionChange Best => Decide(
        "hoa-vang", "A.1",
        new(VerdictDecision.Points, _published.Groups[0].Criteria.Criterion("A.1")!.Maximum, ReasonCode.Other));

    private static PublishedDecision Points(int points) => new(VerdictDecision.Points, points, ReasonCode.Other);
}

using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>What entry asks of an agency is asked of a correction too.</summary>
public sealed class CorrectionDoubtTests
{
    private static readonly IReadOnlyDictionary<string, LastYear> Nothing = new Dictionary<string, LastYear>(StringComparer.Ordinal);

    /// <summary>Of figures in one unit: others are no part and whole.</summary>
    private readonly IReadOnlyList<PublishedGroup> _published = [Counting(SampleEdition.Of().Groups[0])];

    [Fact]
    public void A_part_that_a_correction_puts_above_its_whole_is_doubted_by_its_agency()
    {
        var doubt = Doubted(Change("received", "400")).ShouldHaveSingleItem();

        (doubt.Agency, doubt.Doubt.Kind, doubt.IsError).ShouldBe(("hai-chau", DoubtKind.AboveWhole, false));
        doubt.Sentence.Vi.ShouldBe("Hải Châu: “Hồ sơ trực tuyến” (500\u00A0hồ sơ) lớn hơn “Hồ sơ tiếp nhận” (400\u00A0hồ sơ).");
        doubt.Sentence.En.ShouldNotContain("explain", Case.Insensitive, "the agency explains nothing any more");
        CorrectionRules.Contradiction([doubt]).ShouldBeNull();
    }

    [Fact]
    public void A_part_of_nothing_cannot_be_signed()
    {
        var doubts = Doubted(Change("received", "0"));

        doubts.ShouldHaveSingleItem().IsError.ShouldBeTrue();
        CorrectionRules.Contradiction(doubts).ShouldNotBeNull().Code.ShouldBe("correction.contradiction");
    }

    [Fact]
    public void What_was_published_with_the_same_doubt_is_not_asked_again()
    {
        var published = CorrectedResults.Of(_published, [Change("received", "400")]);
        ResultChange[] other = [Change("portal", "no")];

        CorrectionDoubt.Of(published, CorrectedResults.Of(published, other), other, Nothing).ShouldBeEmpty();
        Doubted(Change("online", "600")).ShouldBeEmpty("a part below its whole is none");
    }

    [Fact]
    public void A_value_far_from_that_of_the_year_before_is_doubted()
    {
        var online = _published[0].Criteria.Figure("online").ShouldNotBeNull();
        var last = new Dictionary<string, LastYear>(StringComparer.Ordinal)
        {
            ["hai-chau"] = new(2024, new Dictionary<string, FigureValue>(StringComparer.Ordinal)
            {
                ["online"] = FigureValue.Read(online, "480").Value.ShouldNotBeNull(),
            }),
        };
        ResultChange[] changes = [Change("online", "900")];

        CorrectionDoubt.Of(_published, CorrectedResults.Of(_published, changes), changes, last)
            .ShouldHaveSingleItem().Doubt.Kind.ShouldBe(DoubtKind.Jump);
    }

    private static PublishedGroup Counting(PublishedGroup group) => group with
    {
        Criteria = group.Criteria with
        {
            Figures = [.. group.Criteria.Figures.Select(figure =>
                figure.Kind == FigureKind.Count ? figure with { Unit = new("hồ sơ", "files") } : figure)],
        },
    };

    private IReadOnlyList<CorrectionDoubt> Doubted(params ResultChange[] changes) =>
        CorrectionDoubt.Of(_published, CorrectedResults.Of(_published, changes), changes, Nothing);

    private FigureChange Change(string figure, string value) => new(
        "hai-chau", figure, FigureInForce.Of(_published[0].Entrant("hai-chau").ShouldNotBeNull(), figure),
        new(value, ReasonCode.Other));
}

using DaNangDxIndex.Assessments;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>What is signed is digested without its text being whole: it is the same digest.</summary>
public sealed class DigestOfResultsTests
{
    [Fact]
    public void The_digest_is_that_of_the_canonical_text_of_the_groups()
    {
        var edition = Odd(SampleEdition.Of());

        PublishedEditionJson.DigestOf(edition.Groups).ShouldBe(OfText(edition));
    }

    [Fact]
    public void It_is_so_for_groups_without_anybody_and_for_none_at_all()
    {
        var edition = SampleEdition.Of();
        var empty = edition with { Groups = [edition.Groups[0] with { Entrants = [], Results = [] }, .. edition.Groups] };

        PublishedEditionJson.DigestOf(empty.Groups).ShouldBe(OfText(empty));
        PublishedEditionJson.DigestOf([]).ShouldBe(CanonicalJson.Digest("[]"));
    }

    [Fact]
    public void It_is_so_for_a_text_longer_than_any_piece()
    {
        var edition = SampleEdition.Of();
        var name = string.Concat(Enumerable.Repeat("Xã “Hòa Vang”\n", 4000));
        var group = edition.Groups[0];
        var longer = edition with
        {
            Groups = [group with { Entrants = [.. group.Entrants.Select(entrant => entrant with { ParentName = new(name, name) })] }],
        };

        PublishedEditionJson.DigestOf(longer.Groups).ShouldBe(OfText(longer));
    }

    private static string OfText(PublishedEdition edition) =>
        CanonicalJson.Digest(CanonicalJson.Write(PublishedEditionJson.Write(edition)["groups"]));

    /// <summary>With one of everything that may stand in a group, codes out of order among it.</summary>
    private static PublishedEdition Odd(PublishedEdition edition)
    {
        var group = edition.Groups[0];
        var first = group.Entrants[0] with
        {
            Parent = "q1",
            ParentName = new("Quận \"Một\"", "District\tOne"),
            Before = new(2024, null, null, null, null),
            Answered = new SortedSet<string>(["A.2", "A.1"], StringComparer.Ordinal),
            Figures = new Dictionary<string, string>(StringComparer.Ordinal) { ["z"] = "1", ["a"] = "2", ["m"] = "\u0001" },
            Corrections = new Dictionary<string, ReasonCode>(StringComparer.Ordinal) { ["z"] = ReasonCode.EvidenceMissing },
            Provenance = new Dictionary<string, Provenance>(StringComparer.Ordinal)
            {
                ["m"] = Provenance.Illustrative, ["a"] = Provenance.Survey,
            },
            Decisions = new Dictionary<string, PublishedDecision>(StringComparer.Ordinal)
            {
                ["B"] = new(VerdictDecision.Points, Fraction.Of(1, 3), ReasonCode.OutsideTheRemit),
                ["A"] = new(VerdictDecision.Accept, null, null),
            },
        };
        var result = group.Results[0] with
        {
            Rank = null,
            Tier = null,
            Footnotes = [new("Một", "One"), new("Hai", "Two")],
            SelfAssessed = new("1.50", new(2, 3.50m, 0m), [
                new("A", ResultState.Scored, null, Fraction.One, OpenFor.Survey),
                new("B", ResultState.NothingDue, Fraction.Of(2, 3), Fraction.Zero, null)]),
        };
        return edition with
        {
            Groups =
            [
                group with { Entrants = [first, .. group.Entrants.Skip(1)], Results = [result, .. group.Results.Skip(1)] },
                group with { Code = "second", Before = null },
            ],
        };
    }
}

using System.Globalization;
using System.Text;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Measured;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Publications;

/// <summary>
/// Frozen versions of a province are large, and many are wanted at once: what one takes in memory is held, and <see cref="KeptVersions"/>
/// counts by it.
/// </summary>
public sealed class SizeOfVersionsTests
{
    private const int Agencies = 120;
    private const int Components = 10;
    private const int CriteriaInAll = Components * MeasuredCriteria.InEach;
    private static readonly string[] Figures = [.. MeasuredCriteria.Figures(Components)];

    /// <summary>Declared and accepted figures, points of criteria as they were declared and as they came out.</summary>
    private static int Values => Agencies * ((2 * Figures.Length) + (2 * CriteriaInAll));

    [Fact]
    public void Values_that_repeat_as_percentages_do_take_next_to_nothing() =>
        (SizeInMemory.Of(Read(Text(_ => 101))) / Values).ShouldBeLessThan(40);

    [Fact]
    public void Values_of_which_hardly_two_are_alike_take_no_more_than_a_record_each() =>
        (SizeInMemory.Of(Read(Text(_ => 1_000_000))) / Values).ShouldBeLessThan(110);

    [Theory]
    [InlineData(101)]
    [InlineData(1_000_000)]
    public void A_version_is_kept_by_a_size_that_it_does_not_exceed(int different)
    {
        var text = Text(_ => different);
        SizeInMemory.Of(Read(text)).ShouldBeLessThan(PublishedEditions.InMemory(text));
    }

    [Fact]
    public void An_outline_is_a_small_part_of_its_version_and_kept_by_a_size_that_it_does_not_exceed()
    {
        var whole = Text(_ => 101);
        var text = Encoding.UTF8.GetBytes(PublishedEditionJson.Canonical(PublishedOutline.Of(Read(whole)).Edition));

        text.Length.ShouldBeLessThan(whole.Length / 8);
        SizeInMemory.Of(PublishedOutline.Read(text)).ShouldBeLessThan(PublishedEditions.OutlineInMemory(text));
    }

    /// <summary>Garbage counts as well where many are read: it was twenty bytes for each of the text.</summary>
    [Fact]
    public void Reading_makes_little_beside_what_is_kept()
    {
        var text = Text(_ => 101);
        Read(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(text);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8 * text.Length);
    }

    private static PublishedEdition Read(byte[] text) => PublishedEditionJson.Read((ReadOnlyMemory<byte>)text);

    private static byte[] Text(Func<string, int> different)
    {
        var criteria = CriteriaFile.Read(MeasuredCriteria.Of(2025, "communes", Components)).Require();
        var random = new Random(11);
        return Encoding.UTF8.GetBytes(PublishedEditionJson.Canonical(new()
        {
            Tenant = new("tinh-01", new("Tỉnh 01", "Province 01"), new("Ủy ban", "Committee"), new("01", "01")),
            Year = 2025,
            Series = Series.DigitalTransformation,
            Number = 1,
            PublishedAt = new(2026, 3, 31, 1, 2, 3, TimeSpan.Zero),
            AuditHead = new('0', 64),
            Illustrative = true,
            Printed = new([], [], [], []),
            Amendments = [],
            Groups = [Computation.Of("communes", new("Xã", "Communes"), criteria, null,
                [.. Enumerable.Range(1, Agencies).Select(number => Entrant(number, random, different))])],
        }));
    }

    private static Entrant Entrant(int number, Random random, Func<string, int> different)
    {
        var figures = Figures.ToDictionary(figure => figure, figure => figure[0] == 'w'
            ? $"{different(figure)}" : random.Next(different(figure)).ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new()
        {
            Agency = $"xa-{number:000}", Name = new($"Xã số {number}", $"Commune {number}"), Ranked = true, Declared = figures,
            Figures = figures, Decisions = new Dictionary<string, PublishedDecision>(StringComparer.Ordinal),
        };
    }
}

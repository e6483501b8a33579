using System.Text;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>Files as somebody would make them who has this program and changes what he does not like.</summary>
internal static class Forgery
{
    private static readonly ScorecardPdf Scorecards = new(Fonts.Tinos);
    private static readonly StandingsPdf Tables = new(Fonts.Tinos);

    public static byte[] Scorecard(PublishedVersion version, string agency, string language = "vi") =>
        Scorecards.Write(SamplePublication.Card(version, agency), language, ScorecardPress.Verify);

    public static byte[] Table(PublishedVersion version, string group, string language = "vi") =>
        Tables.Write(version, version.Edition.Group(group).ShouldNotBeNull(), language, ScorecardPress.Verify);

    /// <summary>Another result of one agency under the digest of the publication.</summary>
    public static PublishedVersion Result(PublishedVersion version, string agency, Func<Result, Result> change) =>
        Of(version, group => group with
        {
            Results = [.. group.Results.Select(result => result.Agency == agency ? change(result) : result)],
        });

    public static PublishedVersion Entrant(PublishedVersion version, string agency, Func<Entrant, Entrant> change) =>
        Of(version, group => group with
        {
            Entrants = [.. group.Entrants.Select(entrant => entrant.Agency == agency ? change(entrant) : entrant)],
        });

    /// <summary>The same length of bytes, so that nothing in the file moves.</summary>
    public static byte[] Bytes(byte[] file, string said, string instead)
    {
        var text = Encoding.Latin1.GetString(file);
        text.ShouldContain(said);
        instead.Length.ShouldBe(said.Length);
        return Encoding.Latin1.GetBytes(text.Replace(said, instead, StringComparison.Ordinal));
    }

    /// <summary>A file laid out as this program lays out its own, whose one pack of objects says what is given here.</summary>
    public static byte[] MadeUp(string counts, string pack)
    {
        const string Start = "%PDF-1.7\n";
        var packed = $"1 0 obj\n<< /Type /ObjStm {counts} /Length {pack.Length} >>\nstream\n{pack}\nendstream\nendobj\n";
        // Objects 0 to 3: none, the pack, the table itself, and the root within the pack; a kind, a place, a number within each.
        byte[] rows = [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, (byte)Start.Length, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0];
        var table = $"2 0 obj\n<< /Type /XRef /Root 3 0 R /Length {rows.Length} >>\nstream\n{Encoding.Latin1.GetString(rows)}\nendstream\n";
        return Encoding.Latin1.GetBytes($"{Start}{packed}{table}endobj\nstartxref\n{Start.Length + packed.Length} \n%%EOF\n");
    }

    private static PublishedVersion Of(PublishedVersion version, Func<PublishedGroup, PublishedGroup> change) => new(
        version.Edition with { Groups = [.. version.Edition.Groups.Select(change)] }, version.Digest);
}

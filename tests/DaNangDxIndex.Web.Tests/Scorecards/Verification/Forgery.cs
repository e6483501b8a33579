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

    private static PublishedVersion Of(PublishedVersion version, Func<PublishedGroup, PublishedGroup> change) => new(
        PublishedEditionJson.Canonical(version.Edition with { Groups = [.. version.Edition.Groups.Select(change)] }), version.Digest);
}

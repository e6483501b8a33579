using System.Globalization;
using System.IO.Compression;
using System.Text;
using DaNangDxIndex.Database;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// All scorecards of a group as one zip file, written a card at a time, so that no more than one card is held for it however large the
/// group.
/// </summary>
public sealed class ScorecardsZip(DxIndexDb db, PrintedScorecards scorecards)
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>In the order of the ranked table, each printed when its turn comes.</summary>
    public async Task<IEnumerable<(string Name, byte[] Pdf)>> CardsAsync(
        PublishedVersion version, PublishedGroup group, string language, CancellationToken ct)
    {
        var edition = version.Edition;
        var codes = await db.Set<ScorecardCode>().Where(given => given.Year == edition.Year && given.Number == edition.Number)
            .ToDictionaryAsync(given => given.Agency, given => given.Code, StringComparer.Ordinal, ct);
        return Cards();

        IEnumerable<(string Name, byte[] Pdf)> Cards()
        {
            foreach (var result in group.Results)
            {
                if (group.Entrant(result.Agency) is not { } entrant)
                    continue;
                var card = new PrintedCard(version, group, entrant, result, codes.GetValueOrDefault(result.Agency));
                yield return (NameOf(entrant.Agency, entrant.Name.In(language)), scorecards.OneOfMany(card, language));
            }
        }
    }

    public static void Write(Stream to, IEnumerable<(string Name, byte[] Pdf)> cards, CancellationToken ct)
    {
        using var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, card) in cards)
        {
            ct.ThrowIfCancellationRequested();
            // A PDF is packed already.
            var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
            entry.LastWriteTime = NoTime;
            using var part = entry.Open();
            part.Write(card);
        }
    }

    /// <summary>"so-y-te Sở Y tế.pdf": by code, and readable; without signs that a file system refuses.</summary>
    internal static string NameOf(string code, string name)
    {
        var kept = string.Concat(name.Normalize(NormalizationForm.FormC)
            .Select(sign => char.IsControl(sign) || "\\/:*?\"<>|".Contains(sign, StringComparison.Ordinal) ? ' ' : sign)).Trim(' ', '.');
        return string.Create(CultureInfo.InvariantCulture, $"{code} {ShortText.Cut(kept, 100).TrimEnd()}.pdf");
    }
}

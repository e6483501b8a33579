using System.Globalization;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Trail.AfterClose;

/// <summary>The report as a sheet, to be filed with the decision.</summary>
public sealed class LateSheet(IStringLocalizer<AfterCloseTexts> texts)
{
    public Sheet Of(LateChanges.Report report) => new(
        texts["Title", report.Edition.Year],
        [.. new (string Key, double Width)[]
            {
                ("Number", 10), ("At", 20), ("Phase", 20), ("Deadline", 20), ("Leave", 24), ("Agency", 24), ("Who", 28), ("Act", 36),
                ("Object", 48), ("Before", 28), ("After", 28), ("Effect", 12),
            }.Select(column => new Column(texts["Column." + column.Key], column.Width))],
        [.. report.Changes.Select(Row)]);

    private IReadOnlyList<Cell> Row(LateChanges.Change change)
    {
        var (entry, changes) = (change.Told.Entry, change.Told.Changes);
        return
        [
            Cell.OfInvariant(entry.Number.ToString(CultureInfo.InvariantCulture)),
            Cell.Of(Moment(entry.At)),
            Cell.Of(texts["Phase." + change.Late.Of]),
            Cell.Of(Moment(change.Late.Deadline)),
            Cell.Of(texts["Leave." + change.Late.By]),
            Cell.Of(change.Agency),
            Cell.Of(entry.AccountName),
            Cell.Of(change.Told.Act),
            Cell.Of(change.Told.Object),
            Cell.Of(string.Join("; ", changes.Where(field => field.Before is not null).Select(field => $"{field.Name}: {field.Before}"))),
            Cell.Of(string.Join("; ", changes.Where(field => field.After is not null).Select(field => $"{field.Name}: {field.After}"))),
            Cell.OfInvariant(change.Effect is { } effect ? NumberText.Fixed(effect, change.Decimals, "en").Replace(",", "") : null),
        ];
    }

    private static string Moment(DateTimeOffset at) =>
        VietNamTime.Of(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

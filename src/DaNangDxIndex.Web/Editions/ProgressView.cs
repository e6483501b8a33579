using System.Globalization;
using System.Text;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Csv;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Editions;

/// <summary>
/// What the address asks of the list: narrowed by words, group and state, in an order; the same for the page and for the file.
/// </summary>
public sealed record ProgressView
{
    public AskedWords? Q { get; init; }

    public string? Group { get; init; }

    /// <summary>"risk", "open", "done", or nothing for all.</summary>
    public string? Show { get; init; }

    /// <summary>"name", "filled", "saved", or nothing for those at risk first.</summary>
    public string? Sort { get; init; }

    public IReadOnlyList<EntryProgress.Row> Of(IReadOnlyList<EntryProgress.Row> all)
    {
        var shown = all.Where(row => (string.IsNullOrEmpty(Group) || row.Group.Code == Group)
            && (Q?.StandIn($"{row.FullName} {row.Parent}") ?? true) && Shows(row));
        return [.. Sort switch
        {
            "name" => shown.OrderBy(row => row.Name, VietnameseOrder.Names),
            "filled" =>
                shown.OrderBy(row => row.Of == 0 ? 1m : (decimal)row.Filled / row.Of).ThenBy(row => row.Name, VietnameseOrder.Names),
            "saved" =>
                shown.OrderByDescending(row => row.LastSaved ?? DateTimeOffset.MinValue).ThenBy(row => row.Name, VietnameseOrder.Names),
            _ => shown.OrderBy(row => row.Risk).ThenBy(row => row.State)
                .ThenBy(row => row.Filled - row.Of).ThenBy(row => row.Name, VietnameseOrder.Names),
        }];
    }

    /// <summary>For a spreadsheet: a byte order mark, and the separator that goes with the language's decimal mark.</summary>
    public static string Csv(IReadOnlyList<EntryProgress.Row> rows, IReadOnlyList<string> head)
    {
        var separator = Addresses.Language == "vi" ? ';' : ',';
        var text = new StringBuilder("\uFEFF");
        CsvText.Append(text, separator, [.. head]);
        foreach (var row in rows)
        {
            CsvText.Append(
                text, separator, row.Assessment.Agency, CsvText.Plain(row.FullName),
                CsvText.Plain(row.Group.Name.ForReader()), row.State.InWords().ForReader(),
                row.Filled.ToString(CultureInfo.InvariantCulture),
                row.Of.ToString(CultureInfo.InvariantCulture), row.Risk.InWords().ForReader(),
                Moment(row.Closes), Moment(row.LastSaved));
        }
        return text.Replace("\n", "\r\n").ToString();
    }

    private bool Shows(EntryProgress.Row row) => Show switch
    {
        "risk" => row.Risk != EntryRisk.None,
        "open" => !row.IsDone,
        "done" => row.IsDone,
        _ => true,
    };

    private static string Moment(DateTimeOffset? moment) =>
        moment is { } known ? VietNamTime.Of(known).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
}

using DaNangDxIndex.Criteria;
using DaNangDxIndex.Csv;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// figures.csv: agency, figure, value. An absent row and an empty value are
/// both a blank figure. The longest of the files, read without keeping it.
/// </summary>
public static class FiguresFile
{
    private static readonly string[] Needed = ["agency", "figure", "value"];

    private const int Agency = 0;
    private const int Figure = 1;
    private const int Value = 2;

    /// <param name="agencyOf">The agency with this code, or null.</param>
    public static void Read(TextReader text, string file, Func<ReadOnlySpan<char>, AgencyRow?> agencyOf, Faults faults, Progress progress)
    {
        if (CsvTable.Open(text, file, faults, Needed) is not { } table)
            return;
        AgencyRow? agency = null;
        Bilingual what = new($"dòng của {file}", $"rows of {file}");
        for (var count = 1; table.Read(); count++)
        {
            progress.At(count, what);
            // Rows of one agency stand together in most files, so that the last agency is often the right one.
            if (agency is null || !table[Agency].SequenceEqual(agency.Code))
                agency = agencyOf(table[Agency]);
            if (agency is null && !CodeForm.Fits(table[Agency]))
                table.Fault(Agency, CodeForm.Rule);
            else if (agency is null)
                table.Fault(Agency, new(
                    $"Không có cơ quan “{table[Agency]}” trong danh sách.", $"The agency \"{table[Agency]}\" is not in the list."));
            else
                Take(table, agency);
        }
    }

    private static void Take(CsvTable table, AgencyRow agency)
    {
        if (!agency.Group.FigurePlaceOf.TryGetValue(table[Figure], out var place))
        {
            var known = agency.Group.FigurePlaces.Keys;
            table.Fault(Figure, Likeness.Unknown("số liệu", "figure", table[Figure].ToString(), known));
            return;
        }

        if (table[Value].IsEmpty)
            return;
        var figure = agency.Group.Set.Figures[place];
        var reading = FigureValue.Read(figure, table[Value].ToString());
        if (reading.Refusal is { } refusal)
            table.Fault(Value, new($"{agency.Code}, {figure.Code}: {refusal.Vi}", $"{agency.Code}, {figure.Code}: {refusal.En}"));
        else if (agency.Figures.Has(place))
            table.Fault(Figure, new(
                $"{agency.Code}: số liệu “{figure.Code}” đã có ở dòng trên.",
                $"{agency.Code}: the figure \"{figure.Code}\" is already in an earlier row."));
        else if (reading.Value is { } value)
            agency.Figures.Set(place, value);
    }
}

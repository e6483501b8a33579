using DaNangDxIndex.Criteria;
using DaNangDxIndex.Csv;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// agencies.csv: code, group, parent, ranked, submitted. The group names one of the criteria files (it may be empty where there
/// is only one); ranked and submitted are true or false, empty for true. Columns parent, ranked and submitted may be left out.
/// </summary>
public static class AgenciesFile
{
    private static readonly string[] Needed = ["code", "group"];
    private static readonly string[] Optional = ["parent", "ranked", "illustrative", "submitted"];

    private const int Code = 0;
    private const int Group = 1;
    private const int Parent = 2;
    private const int Ranked = 3;
    private const int Illustrative = 4;
    private const int Submitted = 5;

    /// <summary>The agencies in the order of the file.</summary>
    public static OrderedDictionary<string, AgencyRow> Read(TextReader text, string file, IReadOnlyList<GroupFile> groups, Faults faults)
    {
        var agencies = new OrderedDictionary<string, AgencyRow>(StringComparer.Ordinal);
        if (CsvTable.Open(text, file, faults, Needed, Optional) is not { } table)
            return agencies;
        while (table.Read())
        {
            var code = table[Code].ToString();
            var group = GroupOf(table, groups);
            var (ranked, submitted) = (IsTrue(table, Ranked), IsTrue(table, Submitted));
            if (code.Length == 0)
                table.Fault(Code, new("Thiếu mã cơ quan.", "The agency's code is missing."));
            else if (!CodeForm.Fits(code))
                table.Fault(Code, CodeForm.Rule);
            else if (group is not null && !agencies.TryAdd(code, new AgencyRow(code, group)
            {
                Parent = Blank(table[Parent]),
                Ranked = ranked,
                Submitted = submitted,
                Mark = MarkOf(table),
            }))
                table.Fault(Code, new($"Cơ quan “{code}” đã có ở dòng trên.", $"The agency \"{code}\" is already in an earlier row."));
        }

        return agencies;
    }

    private static GroupFile? GroupOf(CsvTable table, IReadOnlyList<GroupFile> groups)
    {
        var name = table[Group].ToString();
        if (name.Length == 0 && groups.Count == 1)
            return groups[0];
        var found = groups.FirstOrDefault(group => string.Equals(group.Set.Group, name, StringComparison.Ordinal));
        if (found is null)
        {
            var among = string.Join(", ", groups.Select(group => group.Set.Group));
            table.Fault(Group, new(
                $"Không có tệp bộ chỉ số của khối “{name}” (có: {among}); thêm --criteria cho khối này.",
                $"No criteria file is for the group \"{name}\" (there is: {among}); add a --criteria for it."));
        }

        return found;
    }

    private static bool IsTrue(CsvTable table, int column)
    {
        switch (table[column].ToString().ToLowerInvariant())
        {
            case "" or "true" or "yes" or "1":
                return true;
            case "false" or "no" or "0":
                return false;
            case var other:
                table.Fault(column, new($"Viết true hoặc false, không viết “{other}”.", $"Write true or false, not \"{other}\"."));
                return true;
        }
    }

    private static string? MarkOf(CsvTable table) => table.Has(Illustrative) ? table[Illustrative].ToString() : null;

    private static string? Blank(ReadOnlySpan<char> text) => text.IsEmpty ? null : text.ToString();
}

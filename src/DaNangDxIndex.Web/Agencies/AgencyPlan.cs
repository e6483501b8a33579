using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Agencies;

/// <summary>
/// What a sent list would do: agencies that are new, what changes of those that are there, and everything that is wrong by cell.
/// </summary>
internal sealed record AgencyPlan(
    IReadOnlyList<AgencyLine> New, IReadOnlyList<AgencyPlan.Change> Changes, int Same, IReadOnlyList<CellFault> Faults)
{
    public sealed record Change(AgencyLine Line, Agency Agency, IReadOnlyList<Difference> Differences);

    /// <param name="Column">Code of the column.</param>
    /// <param name="ByAct">Part of the lineage: changes by an act, once something rests on the agency.</param>
    public sealed record Difference(string Column, string? Before, string? After, bool ByAct);

    public static AgencyPlan Of(byte[] file, AgencyRegister.Found register)
    {
        var table = TypedWorkbook.Read(file).SheetOf(AgencyColumns.Sheet.Vi, AgencyColumns.Sheet.En, "agencies").TableOf(AgencyColumns.All);
        var faults = table.Faults.ToList();
        if (table.Rows.Count == 0 || faults.Exists(fault => CellAddress.Read(fault.Cell) is { } at && table.Rows[0].Number > at.Row))
            return new([], [], 0, faults);
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, name) in register.GroupNames)
        {
            groups.TryAdd(Headings.Key(name.Vi), code);
            groups.TryAdd(Headings.Key(name.En), code);
        }

        var lines = table.Rows.Select(row => AgencyLine.Read(row, groups, faults)).ToList();
        faults.AddRange(Repeated(lines));
        faults.AddRange(Entered(lines, register));
        var known = lines.Where(line => register.Agencies.ContainsKey(line.Agency.Code))
            .Select(line => ChangeOf(line, register.Agencies[line.Agency.Code])).ToList();
        faults.AddRange(known.SelectMany(change => ByAct(change, register)));
        return new(
            [.. lines.Where(line => !register.Agencies.ContainsKey(line.Agency.Code))],
            [.. known.Where(change => change.Differences.Count > 0)],
            known.Count(change => change.Differences.Count == 0),
            [.. faults.OrderBy(fault => CellAddress.Read(fault.Cell)?.Row).ThenBy(fault => CellAddress.Read(fault.Cell)?.Column)]);
    }

    private static IEnumerable<CellFault> Repeated(List<AgencyLine> lines)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Agency.Code.Length > 0 && !first.TryAdd(line.Agency.Code, line.Row.Number)))
        {
            var (code, row) = (line.Agency.Code, first[line.Agency.Code]);
            yield return line.CellOf("Code").Wrong($"Mã “{code}” đã có ở dòng {row}.", $"The code “{code}” is already in row {row}.");
        }
    }

    private static IEnumerable<CellFault> Entered(List<AgencyLine> lines, AgencyRegister.Found register)
    {
        var codes = lines.Select(line => line.Agency.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var entered = line.Agency;
            List<LineageFault> faults =
            [
                .. NewAgencyRules.Name(entered.Name, "Name"),
                .. NewAgencyRules.Place(entered.Place, entered.Code, register.Agencies, codes, line.From ?? register.Today, "Place"),
                .. AgencyDescriptionRules.FaultsOf(entered.GsoCode, line.Contact),
            ];
            if (NewAgencyRules.Code(entered.Code, taken: false) is { } sentence)
                faults.Add(new("Code", sentence));
            if (InACircle(line, lines))
                faults.Add(new("Place.Parent",
                    "Các cơ quan chủ quản nối thành vòng. Sửa mã cơ quan chủ quản.",
                    "The parents form a circle. Correct the parent's code."));
            foreach (var fault in faults)
                yield return line.CellOf(fault.Field).Wrong(fault.Sentence);
        }
    }

    private static bool InACircle(AgencyLine line, List<AgencyLine> lines)
    {
        const int Deepest = 10;
        var at = line;
        for (var depth = 0; depth < Deepest; depth++)
        {
            if (at.Agency.Place.Parent is not { } parent || parent == at.Agency.Code
                || lines.Find(agencyLine => agencyLine.Agency.Code == parent) is not { } above)
                return false;
            at = above;
        }
        return true;
    }

    private static IEnumerable<CellFault> ByAct(Change change, AgencyRegister.Found register) => change.Differences
        .Where(difference => difference.ByAct && !register.IsFree(change.Agency.Code))
        .Select(difference => change.Line.Row[difference.Column].Wrong(
            $"{change.Agency.Name.Vi} đã có hồ sơ, kết quả hoặc thay đổi được ghi nhận; "
            + $"nội dung này (hiện nay: {difference.Before ?? "trống"}) chỉ thay đổi bằng văn bản, tại trang của cơ quan.",
            $"{change.Agency.Name.En} has assessments, results or recorded acts; "
            + $"this (now: {difference.Before ?? "blank"}) changes by a document only, on the agency's page."));

    private static Change ChangeOf(AgencyLine line, Agency agency)
    {
        var (entered, row) = (line.Agency, line.Row);
        (string Column, string? Before, string? After, bool ByAct)[] all =
        [
            (AgencyColumns.NameVi, agency.Name.Vi, entered.Name.Vi, true),
            (AgencyColumns.NameEn, agency.Name.En, entered.Name.En, false),
            (AgencyColumns.Kind, agency.Kind.InWords().Vi, entered.Place.Kind.InWords().Vi, true),
            (AgencyColumns.Group, agency.Group, entered.Place.Group, true),
            (AgencyColumns.Parent, agency.Parent, entered.Place.Parent, true),
            (AgencyColumns.From, Day(agency.ValidFrom), Day(line.From), true),
            (AgencyColumns.Assessed, agency.Assessed ? "Có" : "Không", entered.Assessed ? "Có" : "Không", true),
            (AgencyColumns.GsoCode, agency.GsoCode, entered.GsoCode, false),
            (AgencyColumns.ContactName, agency.ContactName, line.Contact.Name, false),
            (AgencyColumns.ContactPhone, agency.ContactPhone, line.Contact.Phone, false),
            (AgencyColumns.ContactEmail, agency.ContactEmail, line.Contact.Email, false),
        ];
        // A column that the file does not have says nothing.
        return new(line, agency, [.. all.Where(difference => row.Has(difference.Column) && difference.Before != difference.After)
            .Select(difference => new Difference(difference.Column, difference.Before, difference.After, difference.ByAct))]);
    }

    private static string? Day(DateOnly? day) => day is { } known ? Text.VietNamTime.Day(known, "vi") : null;
}

using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Agencies;

/// <summary>One row of the office's list as it was sent, read cell by cell.</summary>
internal sealed record AgencyLine(TypedRow Row, NewAgency Agency, DateOnly? From, AgencyContact Contact)
{
    private static readonly Bilingual YesOrNo = new("Ghi “Có” hoặc “Không”.", "Write “Yes” or “No”.");

    public static AgencyLine Read(TypedRow row, IReadOnlyDictionary<string, string> groupsByName, List<CellFault> faults)
    {
        var kind = KindOf(row[AgencyColumns.Kind], faults);
        var place = new AgencyPlace(kind, GroupOf(row[AgencyColumns.Group].Line, groupsByName), Maybe(row[AgencyColumns.Parent]));
        var name = new Bilingual(row[AgencyColumns.NameVi].Line, row[AgencyColumns.NameEn].Line);
        var assessed = AssessedOf(row[AgencyColumns.Assessed], faults);
        return new(
            row,
            new(row[AgencyColumns.Code].Line, name, place, Maybe(row[AgencyColumns.GsoCode]), assessed),
            DayOf(row[AgencyColumns.From], faults),
            new(Maybe(row[AgencyColumns.ContactName]), Maybe(row[AgencyColumns.ContactPhone]), Maybe(row[AgencyColumns.ContactEmail])));
    }

    /// <summary>The cell that a fault of the rules is about.</summary>
    public TypedCell CellOf(string field) =>
        Row[field[(field.LastIndexOf("].", StringComparison.Ordinal) is var end and >= 0 ? end + 2 : 0)..] switch
        {
            "Name.Vi" => AgencyColumns.NameVi,
            "Name.En" => AgencyColumns.NameEn,
            "Place.Group" => AgencyColumns.Group,
            "Place.Parent" => AgencyColumns.Parent,
            "GsoCode" => AgencyColumns.GsoCode,
            "ContactName" => AgencyColumns.ContactName,
            "ContactPhone" => AgencyColumns.ContactPhone,
            "ContactEmail" => AgencyColumns.ContactEmail,
            _ => AgencyColumns.Code,
        }];

    private static AgencyKind KindOf(TypedCell cell, List<CellFault> faults)
    {
        var key = Headings.Key(cell.Text);
        foreach (var kind in Enum.GetValues<AgencyKind>())
        {
            if (new[] { kind.ToString(), kind.InWords().Vi, kind.InWords().En }.Any(name => Headings.Key(name) == key))
                return kind;
        }
        faults.Add(cell.Wrong(
            $"{(cell.IsBlank ? "Chưa có loại." : $"Không có loại “{cell.Line}”.")} Ghi một trong: {AgencyColumns.KindNames("vi")}.",
            $"{(cell.IsBlank ? "There is no kind." : $"There is no kind “{cell.Line}”.")} Write one of: {AgencyColumns.KindNames("en")}."));
        return AgencyKind.Other;
    }

    private static string GroupOf(string text, IReadOnlyDictionary<string, string> groupsByName) =>
        groupsByName.GetValueOrDefault(Headings.Key(text)) ?? text;

    private static bool AssessedOf(TypedCell cell, List<CellFault> faults)
    {
        if (cell.IsBlank || FoldedText.Of(cell.Text) is "co" or "yes" or "x" or "true" or "1")
            return true;
        if (FoldedText.Of(cell.Text) is not ("khong" or "no" or "false" or "0"))
            faults.Add(cell.Wrong(YesOrNo));
        return false;
    }

    private static DateOnly? DayOf(TypedCell cell, List<CellFault> faults)
    {
        if (cell.IsBlank)
            return null;
        var reading = TypedDate.Read(cell.Text);
        if (reading.Refusal is { } refusal)
            faults.Add(cell.Wrong(refusal));
        return reading.Day;
    }

    private static string? Maybe(TypedCell cell) => cell.IsBlank ? null : cell.Line;
}

using DaNangDxIndex.Editions;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Targets;

/// <summary>The sources that a file names: new ones, and number and day of a document for those that had none.</summary>
/// <param name="Documented">Known sources that get what they had not.</param>
internal sealed record TargetSources(IReadOnlyList<Source> New, IReadOnlyList<TargetSources.Document> Documented)
{
    public sealed record Document(string Code, string? Number, DateOnly? Dated);

    public static TargetSources None { get; } = new([], []);

    public bool ChangesNothing => New.Count + Documented.Count == 0;

    /// <summary>A source is told in full in one of its rows; what other rows say of it is the same or blank.</summary>
    public static TargetSources Read(IReadOnlyList<TypedRow> rows, IReadOnlyDictionary<string, Source> known, TargetCells cells)
    {
        var named = new Dictionary<string, Source>(StringComparer.Ordinal);
        var documented = new List<Document>();
        foreach (var row in rows.Where(row => !row[TargetColumns.Source].IsBlank))
        {
            var code = row[TargetColumns.Source].Line;
            var name = cells.Both(row, TargetColumns.Source);
            var document = new Document(code, TargetCells.Maybe(row[TargetColumns.SourceNumber]), cells.Day(row[TargetColumns.SourceDate]));
            var address = cells.Address(row[TargetColumns.SourceAddress]);
            if ((known.GetValueOrDefault(code) ?? named.GetValueOrDefault(code)) is not { } there)
            {
                if (name is null)
                    cells.Wrong(row[TargetColumns.Source + "_vi"],
                        $"Nguồn “{code}” chưa có. Nhập tên nguồn bằng cả hai ngôn ngữ.",
                        $"Source “{code}” is new. Enter its name in both languages.");
                else
                    named[code] = new Source(code, address).Named(name).Documented(document.Number, document.Dated);
            }
            else
            {
                RequireSame(row, there, name, address, cells);
                if (Adds(document, there, row, cells) && known.ContainsKey(code) && !documented.Contains(document))
                    documented.Add(document);
            }
        }

        return new([.. named.Values], documented);
    }

    private static void RequireSame(TypedRow row, Source there, Bilingual? name, string? address, TargetCells cells)
    {
        if (name is not null && name != there.Name)
            cells.Wrong(row[TargetColumns.Source + "_vi"],
                $"Nguồn “{there.Code}” đã có với tên khác ({there.Name.Vi}). Dùng mã khác.",
                $"Source “{there.Code}” is there under another name ({there.Name.En}). Use another code.");
        if (address is not null && address != there.Address)
            cells.Wrong(row[TargetColumns.SourceAddress],
                $"Nguồn “{there.Code}” đã có với địa chỉ khác ({there.Address ?? "trống"}). Dùng mã khác.",
                $"Source “{there.Code}” is there with another address ({there.Address ?? "blank"}). Use another code.");
    }

    /// <summary>The row says number or day where there was none; another than there was is a fault.</summary>
    private static bool Adds(Document document, Source there, TypedRow row, TargetCells cells)
    {
        if (document.Number is not null && there.DocumentNumber is { } number && document.Number != number)
            cells.Wrong(row[TargetColumns.SourceNumber],
                $"Nguồn “{there.Code}” có số văn bản {number}. Dùng mã khác.",
                $"Source “{there.Code}” bears the number {number}. Use another code.");
        if (document.Dated is not null && there.Dated is { } day && document.Dated != day)
            cells.Wrong(row[TargetColumns.SourceDate],
                $"Nguồn “{there.Code}” có ngày {Text.VietNamTime.Day(day, "vi")}. Dùng mã khác.",
                $"Source “{there.Code}” is of {Text.VietNamTime.Day(day, "en")}. Use another code.");
        return (document.Number is not null && there.DocumentNumber is null) || (document.Dated is not null && there.Dated is null);
    }
}

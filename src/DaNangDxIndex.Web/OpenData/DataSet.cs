using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DaNangDxIndex.Publishing.OpenData;
using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.OpenData;

/// <summary>Tables with their descriptor and workbook, as files.</summary>
public sealed class DataSet
{
    public const string WorkbookPath = "data.xlsx";

    // Vietnamese stays readable in the file; it is never put into HTML.
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<string, Lazy<DataFile>> _files;

    /// <param name="descriptor">Made from the tables.</param>
    public DataSet(Bilingual title, Bilingual about, IReadOnlyList<OpenTable> tables, Func<System.Text.Json.Nodes.JsonObject> descriptor)
    {
        (Title, About, Tables) = (title, about, tables);
        _files = tables.Select(table => (Path: table.File, Made: new Lazy<DataFile>(() =>
                new DataFile(table.File, DataFile.Csv, Encoding.UTF8.GetBytes(table.Csv())))))
            .Append((DataPackage.Path, new(() => new DataFile(DataPackage.Path, DataFile.Json, Written(descriptor())))))
            .Append((WorkbookPath, new(() => new DataFile(WorkbookPath, Workbook.ContentType, DataWorkbook.Write(title, tables)))))
            .ToDictionary(file => file.Item1, file => file.Item2, StringComparer.Ordinal);
    }

    public Bilingual Title { get; }

    public Bilingual About { get; }

    /// <summary>When its version was published; null for that of all years, which changes.</summary>
    public DateTimeOffset? Issued { get; init; }

    public IReadOnlyList<OpenTable> Tables { get; }

    public IReadOnlyCollection<string> Paths => _files.Keys;

    /// <summary>Null where the set has no such file.</summary>
    public DataFile? File(string path) => _files.GetValueOrDefault(path)?.Value;

    public IReadOnlyList<DescribedFile> Described =>
    [
        .. Tables.Select(table => new DescribedFile(table.File, "text/csv", table.About)),
        new(WorkbookPath, Workbook.ContentType, new("Các bảng trên trong một tệp bảng tính.", "All these tables in one workbook.")),
    ];

    public static byte[] Written(System.Text.Json.Nodes.JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString(Indented) + "\n");
}

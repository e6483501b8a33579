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

    private readonly Dictionary<string, Func<DataFile>> _files;
    private readonly Func<string, Func<DataFile>, DataFile> _kept;

    /// <param name="descriptor">Made from the tables.</param>
    /// <param name="kept">The file of this path as it is kept, or else made: a long table makes a large one.</param>
    public DataSet(
        Bilingual title, Bilingual about, IReadOnlyList<OpenTable> tables, Func<System.Text.Json.Nodes.JsonObject> descriptor,
        Func<string, Func<DataFile>, DataFile> kept)
    {
        (Title, About, Tables, _kept) = (title, about, tables, kept);
        _files = tables.ToDictionary(
            table => table.File, table => (Func<DataFile>)(() => new DataFile(table.File, DataFile.Csv, table.Csv())),
            StringComparer.Ordinal);
        _files[DataPackage.Path] = () => new DataFile(DataPackage.Path, DataFile.Json, Written(descriptor()));
        _files[WorkbookPath] = () => new DataFile(WorkbookPath, Workbook.ContentType, DataWorkbook.Write(title, tables));
    }

    public Bilingual Title { get; }

    public Bilingual About { get; }

    /// <summary>When its version was published; null for that of all years, which changes.</summary>
    public DateTimeOffset? Issued { get; init; }

    public IReadOnlyList<OpenTable> Tables { get; }

    public IReadOnlyCollection<string> Paths => _files.Keys;

    /// <summary>Null where the set has no such file.</summary>
    public DataFile? File(string path) => _files.TryGetValue(path, out var make) ? _kept(path, make) : null;

    public IReadOnlyList<DescribedFile> Described => DescribedOf(Tables);

    public static IReadOnlyList<DescribedFile> DescribedOf(IReadOnlyList<OpenTable> tables) =>
    [
        .. tables.Select(table => new DescribedFile(table.File, "text/csv", table.About)),
        new(WorkbookPath, Workbook.ContentType, new("Các bảng trên trong một tệp bảng tính.", "All these tables in one workbook.")),
    ];

    public static byte[] Written(System.Text.Json.Nodes.JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString(Indented) + "\n");
}

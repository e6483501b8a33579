using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DaNangDxIndex.Criteria.Reading;
using DaNangDxIndex.Criteria.Writing;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// The exchange format of a criteria set, one JSON file per group and edition, described in docs/criteria-file.md and
/// docs/criteria-file.schema.json. Import, export, the auditor's command and the open-data bundle use this one.
/// </summary>
public static class CriteriaFile
{
    private static readonly JsonWriterOptions Layout =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Reads and checks the file. Never throws for what the file contains: all problems are reported together, each with its place.
    /// </summary>
    public static CriteriaReading Read(string json)
    {
        var problems = new List<CriteriaProblem>();
        CriteriaSet? set = null;
        try
        {
            using var document = JsonDocument.Parse(json.TrimStart('\uFEFF'));
            var file = new Place(document.RootElement, "", problems);
            // Before anything: pointers are built of names, one for each value, and so are the lines of the faults.
            if (!file.HasNames())
                return new CriteriaReading(null, problems);
            set = SetReader.Read(file);
            problems = problems.Count == 0 ? problems : WithLines(json.TrimStart('\uFEFF'), problems);
        }
        catch (JsonException fault)
        {
            var (line, column) = ((fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1);
            problems.Add(new CriteriaProblem("", new Bilingual(
                $"Tệp không phải JSON hợp lệ: dòng {line}, byte thứ {column}. Kiểm tra dấu phẩy, dấu ngoặc và dấu nháy ở đó.",
                $"The file is not valid JSON: line {line}, byte {column}. Check commas, brackets and quotes there.")) { Line = (int)line });
        }
        catch (InvalidOperationException)
        {
            problems.Add(new CriteriaProblem("", new Bilingual(
                "Tệp có ký tự không hợp lệ (mã \\u bị cắt đôi). Lưu lại tệp bằng UTF-8.",
                "The file has an invalid character (half of a \\u pair). Save it again as UTF-8.")));
        }

        return new CriteriaReading(problems.Count == 0 ? set : null, problems);
    }

    /// <summary>
    /// The set as far as it can be read, whatever is wrong with it; null where the text is no JSON object. For the words of a draft, never
    /// for scoring in earnest.
    /// </summary>
    internal static CriteriaSet? ReadAsFarAsPossible(string json)
    {
        using var document = JsonDocument.Parse(json);
        return SetReader.Read(new Place(document.RootElement, "", []));
    }

    private static List<CriteriaProblem> WithLines(string json, List<CriteriaProblem> problems)
    {
        var lines = JsonLines.Of(json);
        return [.. problems.Select(problem => problem with { Line = lines.GetValueOrDefault(problem.Pointer) })];
    }

    /// <summary>Writes the set so that <see cref="Read"/> gives an equal one. Numbers are strings, the order of members is fixed.</summary>
    public static string Write(CriteriaSet set)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Layout))
            new SetWriter(json, set).Write();
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}

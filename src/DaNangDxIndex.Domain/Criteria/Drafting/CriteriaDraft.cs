using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DaNangDxIndex.Criteria.Drafting;

/// <summary>
/// A criteria file that is being written: it has the file's shape and may still lack things or contradict itself. Only its codes are always
/// in order: each component, criterion and figure has one, and no two of a sort are the same, so that everything can be found by it.
/// </summary>
public sealed class CriteriaDraft
{
    private static readonly JsonSerializerOptions Layout =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private CriteriaDraft(JsonObject file) => File = file;

    /// <summary>The whole file; lists of figures and components are there, empty or not.</summary>
    public JsonObject File { get; }

    public IEnumerable<JsonObject> Figures => ListOf(File, "figures").OfType<JsonObject>();

    public IEnumerable<JsonObject> Components => ListOf(File, "components").OfType<JsonObject>();

    public IEnumerable<JsonObject> Criteria => Components.SelectMany(CriteriaOf);

    /// <param name="text">What was stored; it was a draft or a whole file then.</param>
    public static CriteriaDraft Read(string text) => new(JsonNode.Parse(text) as JsonObject ?? []);

    public static CriteriaDraft Empty(int edition, string group, Bilingual name) => new(new()
    {
        ["edition"] = edition,
        ["group"] = group,
        ["name"] = new JsonObject { ["vi"] = name.Vi, ["en"] = name.En },
        ["figures"] = new JsonArray(),
        ["components"] = new JsonArray(),
    });

    public static IEnumerable<JsonObject> CriteriaOf(JsonObject component) => ListOf(component, "criteria").OfType<JsonObject>();

    public static string CodeOf(JsonNode? element) =>
        element is JsonObject members && members["code"] is JsonValue code && code.TryGetValue(out string? text) ? text : "";

    public JsonObject? Figure(string code) => Figures.FirstOrDefault(figure => CodeOf(figure) == code);

    public JsonObject? Component(string code) => Components.FirstOrDefault(component => CodeOf(component) == code);

    public JsonObject? Criterion(string code) => Criteria.FirstOrDefault(criterion => CodeOf(criterion) == code);

    public JsonObject? ComponentOf(string criterion) =>
        Components.FirstOrDefault(component => CriteriaOf(component).Any(inside => CodeOf(inside) == criterion));

    /// <summary>The same checks as those of a file that is sent: what this draft still lacks, each with its place.</summary>
    public CriteriaReading Check() => CriteriaFile.Read(File.ToJsonString(Layout));

    /// <summary>As it is stored: in the file's own order and spelling once it holds together, as it stands until then.</summary>
    public string Text() => Check().Set is { } whole ? CriteriaFile.Write(whole) : File.ToJsonString(Layout) + "\n";

    /// <summary>
    /// The set as far as it can be read, for words and trials: what is missing is empty, a rule with faults is none. Never published, never
    /// scored in earnest.
    /// </summary>
    public CriteriaSet AsFarAsReadable()
    {
        var mended = new CriteriaDraft((JsonObject)File.DeepClone());
        mended.File["method"] ??= new JsonObject();
        foreach (var criterion in mended.Criteria)
            criterion["maximum"] ??= "0";
        return CriteriaFile.ReadAsFarAsPossible(mended.File.ToJsonString(Layout))
            ?? throw new InvalidOperationException("A draft is an object.");
    }

    /// <summary>Where an element stands, as problems name it: "/components/0/criteria/2". Null where it is not in the draft.</summary>
    public static string PointerOf(JsonNode element) => element.Parent switch
    {
        JsonArray list => $"{PointerOf(list)}/{list.IndexOf(element)}",
        JsonObject owner => $"{PointerOf(owner)}/{element.GetPropertyName()}",
        _ => "",
    };

    /// <summary>Codes of the figures that a criterion's rule and information name.</summary>
    public static IEnumerable<string> FiguresOf(JsonObject criterion) => References.FiguresOf(criterion);

    /// <summary>The list under this name, made where there is none.</summary>
    public static JsonArray ListOf(JsonObject owner, string member)
    {
        if (owner[member] is JsonArray list)
            return list;
        var made = new JsonArray();
        owner[member] = made;
        return made;
    }
}

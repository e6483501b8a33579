using System.Globalization;
using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria.Notation;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// A rule as a form: which of the five primitives, and the fields of that one. Sums and alternatives hold parts that are forms themselves.
/// Rows that were left blank are dropped; the page always offers some more.
/// </summary>
/// <param name="Name">Of its fields, with dots: "rule", "rule.parts.0.rule".</param>
public sealed record RuleForm(string Name)
{
    public const int Deepest = 3;
    public const int MostRows = 20;

    public static readonly IReadOnlyList<string> Kinds = ["linear", "steps", "choice", "sum", "best"];

    public sealed record Row(string Key, string Share);

    public sealed record Part(string Weight, RuleForm Rule);

    /// <summary>One of <see cref="Kinds"/>; empty where there is no rule.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Figures, as typed: "a - b / c".</summary>
    public string Of { get; init; } = "";

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    /// <summary>"number", "highest" or "lowest".</summary>
    public string Target { get; init; } = "number";

    public string Cap { get; init; } = "";

    /// <summary>Levels of steps (key: from which value on) or options of a choice (key: its code).</summary>
    public IReadOnlyList<Row> Rows { get; init; } = [];

    public IReadOnlyList<Part> Parts { get; init; } = [];

    public int Depth => Name.Split(".rule").Length - 1;

    public static RuleForm Read(IFormCollection sent, string name = "rule")
    {
        var kind = sent[name + ".kind"].ToString();
        var form = new RuleForm(name)
        {
            Kind = Kinds.Contains(kind, StringComparer.Ordinal) ? kind : "",
            Of = Typed(".of"),
            From = Typed(".from"),
            To = Typed(".to"),
            Target = Typed(".target") is { Length: > 0 } target ? target : "number",
            Cap = Typed(".cap"),
            Rows = [.. RowsOf(sent, name)],
        };
        return form.Kind is "sum" or "best" && form.Depth < Deepest ? form with { Parts = [.. PartsOf(sent, name)] } : form;

        string Typed(string field) => sent[name + field].ToString().Trim();
    }

    public static RuleForm OfFile(JsonNode? rule, string name = "rule")
    {
        if (rule is not JsonObject { Count: 1 } one)
            return new(name);
        var (kind, body) = one.First();
        var inside = body as JsonObject ?? [];
        var to = inside["to"]?.ToString() ?? "";
        var form = new RuleForm(name)
        {
            Kind = Kinds.Contains(kind, StringComparer.Ordinal) ? kind : "",
            Of = QuantityText.Write(inside["of"]),
            From = Localized(inside["from"]),
            To = to is "highest" or "lowest" ? "" : Localized(inside["to"]),
            Target = to is "highest" or "lowest" ? to : "number",
            Cap = Localized(inside["cap"]),
        };
        return kind switch
        {
            "steps" => form with { Rows = [
                .. Items(inside["levels"]).Select(level => new Row(Localized(level["at"]), Localized(level["share"])))] },
            "choice" => form with { Rows = [
                .. (inside["options"] as JsonObject ?? []).Select(option => new Row(option.Key, Localized(option.Value)))] },
            "sum" => form with { Parts = [.. Items(inside["parts"]).Select(
                (part, at) => new Part(Localized(part["weight"]), OfFile(part["rule"], PartName(name, at))))] },
            "best" => form with { Parts = [.. Items(body).Select((part, at) => new Part("", OfFile(part, PartName(name, at))))] },
            _ => form,
        };
    }

    /// <summary>The rule in the shape of the file; null where none was chosen.</summary>
    /// <param name="fault">Told of each field that cannot be written.</param>
    public JsonObject? Write(Action<string, string> fault)
    {
        return Kind switch
        {
            "linear" => new() { ["linear"] = Given(
                ("of", Quantity()), ("from", Number(".from", From)), ("to", Target == "number" ? Number(".to", To) : Target)) },
            "steps" => new() { ["steps"] = Given(("of", Quantity()), ("levels", new JsonArray([.. Rows.Select(Level)]))) },
            "choice" => new() { ["choice"] = Given(("of", Of.Length == 0 ? null : Of), ("options", Options())) },
            "sum" => new() { ["sum"] = Given(("cap", Number(".cap", Cap)), ("parts", new JsonArray([.. Parts.Select(Weighted)]))) },
            "best" => new() { ["best"] = new JsonArray([.. Parts.Select(part => (JsonNode?)part.Rule.Write(fault))]) },
            _ => null,
        };

        JsonNode? Quantity() => Of.Length == 0 ? null : QuantityText.Read(Of);

        JsonNode Level(Row row, int at) =>
            Given(("at", Number($".rows.{at}.key", row.Key)), ("share", Number($".rows.{at}.share", row.Share)));

        JsonNode Weighted(Part part, int at) =>
            Given(("weight", Number($".parts.{at}.weight", part.Weight)), ("rule", part.Rule.Write(fault)));

        JsonObject Options()
        {
            var options = new JsonObject();
            foreach (var (at, row) in Rows.Index())
                options[row.Key] = Number($".rows.{at}.share", row.Share);
            return options;
        }

        JsonNode? Number(string field, string typed)
        {
            if (typed.Length == 0)
                return null;
            var (number, refusal) = NotationNumber.Read(typed, Addresses.Language);
            if (refusal is not null)
                fault(Name + field, refusal.In(Addresses.Language));
            return number is null ? null : JsonValue.Create(number);
        }
    }

    /// <summary>The field a problem inside the rule belongs to: "/rule/sum/parts/0/rule/linear/to" is "rule.parts.0.rule.to".</summary>
    public static string? FieldOf(CriteriaProblem problem)
    {
        var pointer = problem.Pointer + (problem.Member is null ? "" : "/" + problem.Member);
        if (!pointer.StartsWith("/rule", StringComparison.Ordinal))
            return null;
        var (name, left) = ("rule", new Queue<string>(pointer.Split('/').Skip(2)));
        var kind = left.TryDequeue(out var first) ? first : "";
        while (left.TryDequeue(out var step))
        {
            switch (step)
            {
                case "parts" when left.Count > 0:
                    name += $".parts.{left.Dequeue()}";
                    if (left.TryDequeue(out var side) && side == "weight")
                        return name + ".weight";
                    name += ".rule";
                    kind = left.TryDequeue(out var inner) ? inner : "";
                    break;
                case "levels" when left.Count > 0:
                    return $"{name}.rows.{left.Dequeue()}.{(left.TryDequeue(out var column) && column == "share" ? "share" : "key")}";
                case "of" or "from" or "to" or "cap":
                    return $"{name}.{step}";
                case "options":
                    return name + ".of";
                default:
                    if (kind != "best" || !int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                        return name + ".kind";
                    name += $".parts.{step}.rule";
                    kind = left.TryDequeue(out var best) ? best : "";
                    break;
            }
        }

        return name + ".kind";
    }

    public static string PartName(string name, int at) => string.Create(CultureInfo.InvariantCulture, $"{name}.parts.{at}.rule");

    private static IEnumerable<Row> RowsOf(IFormCollection sent, string name)
    {
        for (var at = 0; at < MostRows && sent.ContainsKey($"{name}.rows.{at}.share"); at++)
        {
            var row = new Row(sent[$"{name}.rows.{at}.key"].ToString().Trim(), sent[$"{name}.rows.{at}.share"].ToString().Trim());
            if (row.Key.Length > 0 || row.Share.Length > 0)
                yield return row;
        }
    }

    // A part without a kind was not chosen, or is taken out; those behind it move up.
    private static IEnumerable<Part> PartsOf(IFormCollection sent, string name)
    {
        var kept = 0;
        for (var at = 0; at < MostRows && sent.ContainsKey($"{PartName(name, at)}.kind"); at++)
        {
            var part = new Part(sent[$"{name}.parts.{at}.weight"].ToString().Trim(), Read(sent, PartName(name, at)));
            if (part.Rule.Kind.Length > 0)
                yield return part with { Rule = part.Rule.Renamed(PartName(name, kept++)) };
        }
    }

    private RuleForm Renamed(string name) => this with
    {
        Name = name,
        Parts = [.. Parts.Select((part, at) => part with { Rule = part.Rule.Renamed(PartName(name, at)) })],
    };

    private static JsonObject Given(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var given = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
                given[name] = value;
        }

        return given;
    }

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static string Localized(JsonNode? number) =>
        number is null ? "" : NotationNumber.Localized(number.ToString(), Addresses.Language);
}

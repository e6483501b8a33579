using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria.Notation;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Criteria;

/// <summary>A rule's form from the file, and the form as the file writes it.</summary>
internal static class RuleInFile
{
    /// <summary>
    /// The form has room for all of this rule. One that is nested more deeply or has more rows would lose them, so it is edited in the
    /// file.
    /// </summary>
    public static bool FitsTheForm(JsonNode? rule, int depth = 0)
    {
        if (rule is not JsonObject { Count: 1 } whole)
            return rule is null or JsonObject { Count: 0 };
        var (kind, body) = whole.First();
        return kind switch
        {
            "linear" => true,
            "steps" => (body as JsonObject)?["levels"] is not JsonArray { Count: > RuleForm.MostRows },
            "choice" => (body as JsonObject)?["options"] is not JsonObject { Count: > RuleForm.MostRows },
            "sum" => AllFit(((body as JsonObject)?["parts"] as JsonArray)?.Select(part => (part as JsonObject)?["rule"]), depth),
            "best" => AllFit(body as JsonArray, depth),
            _ => false,
        };
    }

    public static RuleForm Of(JsonNode? rule, string name = "rule")
    {
        if (rule is not JsonObject { Count: 1 } members)
            return new(name);
        var (kind, body) = members.First();
        var inside = body as JsonObject ?? [];
        var to = inside["to"]?.ToString() ?? "";
        var form = new RuleForm(name)
        {
            Kind = RuleForm.Kinds.Contains(kind, StringComparer.Ordinal) ? kind : "",
            Of = QuantityText.Write(inside["of"]),
            From = Localized(inside["from"]),
            To = to is "highest" or "lowest" ? "" : Localized(inside["to"]),
            Target = to is "highest" or "lowest" ? to : "number",
            Cap = Localized(inside["cap"]),
        };
        return kind switch
        {
            "steps" => form with { Rows = [.. Items(inside["levels"]).Select(Level)] },
            "choice" => form with { Rows = [.. (inside["options"] as JsonObject ?? []).Select(Option)] },
            "sum" => form with { Parts = [.. Items(inside["parts"]).Select(Weighted)] },
            "best" => form with { Parts = [.. Items(body).Select(Alternative)] },
            _ => form,
        };

        RuleForm.Row Level(JsonObject level) => new(Localized(level["at"]), Localized(level["share"]));

        RuleForm.Row Option(KeyValuePair<string, JsonNode?> option) => new(option.Key, Localized(option.Value));

        RuleForm.Part Weighted(JsonObject part, int at) =>
            new(Localized(part["weight"]), Of(part["rule"], RuleForm.PartName(name, at)));

        RuleForm.Part Alternative(JsonObject rule, int at) => new("", Of(rule, RuleForm.PartName(name, at)));
    }

    /// <summary>The rule in the shape of the file; null where none was chosen.</summary>
    /// <param name="fault">Told of each field that cannot be written.</param>
    public static JsonObject? Write(RuleForm form, Action<string, string> fault)
    {
        return form.Kind switch
        {
            "linear" => new() { ["linear"] = Given(("of", Quantity()), ("from", Number(".from", form.From)), ("to", To())) },
            "steps" => new() { ["steps"] = Given(("of", Quantity()), ("levels", new JsonArray([.. form.Rows.Select(Level)]))) },
            "choice" => new() { ["choice"] = Given(("of", form.Of.Length == 0 ? null : form.Of), ("options", Options())) },
            "sum" =>
                new() { ["sum"] = Given(("cap", Number(".cap", form.Cap)), ("parts", new JsonArray([.. form.Parts.Select(Weighted)]))) },
            "best" => new() { ["best"] = new JsonArray([.. form.Parts.Select(part => (JsonNode?)Write(part.Rule, fault))]) },
            _ => null,
        };

        JsonNode? Quantity() => form.Of.Length == 0 ? null : QuantityText.Read(form.Of);

        JsonNode? To() => form.Target == "number" ? Number(".to", form.To) : form.Target;

        JsonNode Level(RuleForm.Row row, int at) =>
            Given(("at", Number($".rows.{at}.key", row.Key)), ("share", Number($".rows.{at}.share", row.Share)));

        JsonNode Weighted(RuleForm.Part part, int at) =>
            Given(("weight", Number($".parts.{at}.weight", part.Weight)), ("rule", Write(part.Rule, fault)));

        JsonObject Options()
        {
            var options = new JsonObject();
            foreach (var (at, row) in form.Rows.Index())
                options[row.Key] = Number($".rows.{at}.share", row.Share);
            return options;
        }

        JsonNode? Number(string field, string typed)
        {
            if (typed.Length == 0)
                return null;
            var (number, refusal) = NotationNumber.Read(typed, Addresses.Language);
            if (refusal is not null)
                fault(form.Name + field, refusal.In(Addresses.Language));
            return number is null ? null : JsonValue.Create(number);
        }
    }

    private static bool AllFit(IEnumerable<JsonNode?>? parts, int depth)
    {
        var rules = parts?.ToList() ?? [];
        return depth < RuleForm.Deepest && rules.Count <= RuleForm.MostRows && rules.TrueForAll(rule => FitsTheForm(rule, depth + 1));
    }

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

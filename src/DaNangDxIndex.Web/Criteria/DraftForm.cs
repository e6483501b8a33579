using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria.Notation;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// An element of a draft as fields of a form, and back. A blank field is left out of the element: that it lacks is told by the file's own
/// checks. What cannot be written into a file at all (a number that is none) is a fault of the form.
/// </summary>
public sealed class DraftForm(IReadOnlyList<DraftField> fields)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _lacks = new(StringComparer.Ordinal);

    public string this[string path] => _values.GetValueOrDefault(path, "");

    /// <summary>What the file's checks find wrong with a field, in the reader's language.</summary>
    public IReadOnlyList<string> LacksOf(string path) => _lacks.GetValueOrDefault(path) ?? [];

    public void Read(IFormCollection sent)
    {
        foreach (var field in fields)
            _values[field.Path] = sent[field.Path].ToString().Trim();
    }

    public void Read(JsonObject element)
    {
        foreach (var field in fields)
        {
            _values[field.Path] = DraftPath.At(element, field.Path) switch
            {
                null => "",
                JsonArray list => string.Join(", ", list.Select(item => item?.ToString())),
                JsonObject => "",
                var value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>() ? "true" : "",
                var value when field.Kind == DraftFieldKind.Number => NotationNumber.Localized(value.ToString(), Addresses.Language),
                var value => value.ToString(),
            };
        }

        // A text that both languages share stands once in the file.
        foreach (var field in fields.Where(field => field.Path.EndsWith(".vi", StringComparison.Ordinal)
            || field.Path.EndsWith(".en", StringComparison.Ordinal)))
        {
            if (DraftPath.At(element, field.Path[..^3]) is JsonValue same)
                _values[field.Path] = same.ToString();
        }
    }

    /// <summary>Writes the fields into an element.</summary>
    /// <param name="fault">Told of each field that cannot be written.</param>
    public void WriteTo(JsonObject element, Action<string, string> fault)
    {
        var place = new DraftPath(element);
        foreach (var field in fields.Where(field => this[field.Path].Length > 0))
        {
            if (Value(field, fault) is { } value)
                place.Put(field.Path, value);
        }
    }

    /// <summary>Puts each problem beside its field; gives back those that belong to none.</summary>
    /// <param name="words">The problem as this reader is told of it.</param>
    /// <param name="other">Fields of the page that are not of this form.</param>
    public IReadOnlyList<CriteriaProblem> Place(
        IEnumerable<CriteriaProblem> problems, Func<CriteriaProblem, string> words, Func<CriteriaProblem, string?>? other = null)
    {
        var left = new List<CriteriaProblem>();
        foreach (var problem in problems)
        {
            if (other?.Invoke(problem) is { } named)
                Add(named, words(problem));
            else if (FieldOf(problem) is { } field)
                Add(field, words(problem));
            else
                left.Add(problem);
        }

        return left;
    }

    private void Add(string field, string sentence)
    {
        if (!_lacks.TryGetValue(field, out var sentences))
            _lacks[field] = sentences = [];
        sentences.Add(sentence);
    }

    // "/name" is about "name.vi" as well as anything.
    private string? FieldOf(CriteriaProblem problem)
    {
        var path = (problem.Pointer + (problem.Member is null ? "" : "/" + problem.Member)).TrimStart('/').Replace('/', '.');
        return fields.FirstOrDefault(field => field.Path == path)?.Path
            ?? fields.FirstOrDefault(field => path.Length > 0 && field.Path.StartsWith(path + ".", StringComparison.Ordinal))?.Path
            ?? fields.FirstOrDefault(field => path.StartsWith(field.Path + ".", StringComparison.Ordinal))?.Path;
    }

    private JsonNode? Value(DraftField field, Action<string, string> fault)
    {
        var typed = this[field.Path];
        switch (field.Kind)
        {
            case DraftFieldKind.Flag:
                return JsonValue.Create(typed == "true");
            case DraftFieldKind.Codes:
                return new JsonArray(
                    [.. typed.Split([',', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(code => (JsonNode)code)]);
            case DraftFieldKind.Number:
                var (number, refusal) = NotationNumber.Read(typed, Addresses.Language);
                if (refusal is not null)
                    fault(field.Path, refusal.In(Addresses.Language));
                return number is null ? null : JsonValue.Create(number);
            default:
                return JsonValue.Create(typed);
        }
    }
}

using System.Globalization;
using System.Text.Json;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Trail;

/// <summary>The values of an entry, before beside after, in the words of pages; what has no words here stands as it was written.</summary>
/// <param name="figure">What "declared" and "accepted" are values of; null where the entry is about no figure.</param>
internal sealed class ValuesInWords(IStringLocalizer<TrailTexts> texts, CriteriaSet? set, Figure? figure)
{
    private const int LongestValue = 300;

    public IReadOnlyList<ToldEntry.Change> Of(AuditEntry entry)
    {
        var (before, after) = (Members(entry.Before), Members(entry.After));
        return
        [
            .. from name in before.Keys.Union(after.Keys, StringComparer.OrdinalIgnoreCase)
               let was = before.GetValueOrDefault(name)
               let now = after.GetValueOrDefault(name)
               where was.ValueKind != now.ValueKind || was.ToString() != now.ToString()
               where !IsNameless(was) && !IsNameless(now)
               select new ToldEntry.Change(NameOf(name), Told(name, was), Told(name, now)),
        ];
    }

    private static Dictionary<string, JsonElement> Members(string? json) =>
        json is not null && JsonSerializer.Deserialize<JsonElement>(json) is { ValueKind: JsonValueKind.Object } found
            ? found.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.OrdinalIgnoreCase)
            : new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A number of the database's own says nothing to a reader; it stands in the raw entry.</summary>
    private static bool IsNameless(JsonElement value) => value.ValueKind == JsonValueKind.String && value.TryGetGuid(out _);

    private string NameOf(string member) =>
        texts["Value." + member.ToLowerInvariant()] is { ResourceNotFound: false } known ? known : member;

    private string? Told(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.True => texts["Yes"],
        JsonValueKind.False => texts["No"],
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            Short(string.Join(", ", value.EnumerateArray().Select(item => item.GetString()))),
        JsonValueKind.String => Short(InWords(name, value.GetString() ?? "")),
        _ => Short(value.ToString()),
    };

    private string InWords(string name, string text) => name.ToLowerInvariant() switch
    {
        "declared" or "accepted" when set is not null && figure is not null =>
            FigureInWords.Value(set, figure, text, new("–", "–")).ForReader(),
        "state" when Enum.TryParse<AssessmentState>(text, true, out var state) => state.InWords().ForReader(),
        "stage" when Enum.TryParse<EditionStage>(text, true, out var stage) => stage.InWords().ForReader(),
        "decision" when Enum.TryParse<VerdictDecision>(text, true, out var decision) => texts["Decision." + decision],
        "reason" or "correctionreason" when Enum.TryParse<ReasonCode>(text, true, out var reason) => ReasonInWords.Of(reason).ForReader(),
        _ when Moment(text) is { } at => VietNamTime.HourAndDay(at, Addresses.Language),
        _ => text,
    };

    private static DateTimeOffset? Moment(string text) => text.Contains('T')
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static string Short(string text) => ShortText.Of(text, LongestValue);
}

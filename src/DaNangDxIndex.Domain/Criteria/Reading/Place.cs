using System.Text.Json;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Criteria.Reading;

/// <summary>A value of the file and where it stands. Every fault found here is noted under its pointer; reading goes on.</summary>
internal sealed class Place(JsonElement json, string pointer, List<CriteriaProblem> problems)
{
    public string Pointer { get; } = pointer;

    public JsonValueKind Kind => json.ValueKind;

    public void Problem(string vi, string en) => problems.Add(new CriteriaProblem(Pointer, new Bilingual(vi, en)));

    /// <summary>True where this is an object; members that are unknown or stand twice are problems.</summary>
    public bool IsObjectOf(params ReadOnlySpan<string> members)
    {
        if (Kind != JsonValueKind.Object)
        {
            Problem("Ở đây cần một đối tượng { … }.", "An object { … } is needed here.");
            return false;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (!seen.Add(member.Name))
                At(member.Name, member.Value).Problem(
                    $"“{member.Name}” xuất hiện hai lần. Chỉ giữ lại một.",
                    $"\"{member.Name}\" appears twice. Keep one.");
            else if (!members.Contains(member.Name))
                At(member.Name, member.Value).UnknownMember(member.Name, members);
        }

        return true;
    }

    /// <summary>False, and a problem, where a name in here or below is none that anything could have. It is not repeated.</summary>
    public bool HasNames()
    {
        if (Names(json).All(TextBounds.HoldName))
            return true;
        Problem(
            $"Tệp có tên mục dài hơn {TextBounds.LongestName} ký tự hoặc có ký tự không hợp lệ. Bỏ hoặc sửa mục đó.",
            $"A name in the file is longer than {TextBounds.LongestName} characters, or has characters that are not allowed. "
                + "Remove or correct it.");
        return false;
    }

    public bool Has(string member) => Member(member) is not null;

    /// <summary>The member, or null where it is absent or null.</summary>
    public Place? Member(string name) =>
        Kind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
            && value.ValueKind != JsonValueKind.Null ? At(name, value) : null;

    /// <summary>The member; its absence is a problem.</summary>
    public Place? Required(string name)
    {
        var member = Member(name);
        if (member is null && Kind == JsonValueKind.Object)
            problems.Add(new CriteriaProblem(Pointer, new Bilingual(
                $"Thiếu “{name}”. Bổ sung.",
                $"\"{name}\" is missing. Add it.")) { Member = name });
        return member;
    }

    public IReadOnlyList<Place> Items()
    {
        if (Kind == JsonValueKind.Array)
            return [.. json.EnumerateArray().Select((item, index) => new Place(item, $"{Pointer}/{index}", problems))];
        Problem("Ở đây cần một danh sách [ … ].", "A list [ … ] is needed here.");
        return [];
    }

    public IReadOnlyList<(string Name, Place Value)> Members() =>
        Kind == JsonValueKind.Object ? [.. json.EnumerateObject().Select(member => (member.Name, At(member.Name, member.Value)))] : [];

    public string? Text()
    {
        if (Kind == JsonValueKind.String && json.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
        {
            if (TextBounds.Hold(text))
                return text.Trim().Normalize();
            Problem(
                $"Đoạn chữ dài hơn {TextBounds.Longest} ký tự hoặc có ký tự không hợp lệ. Rút ngắn hoặc gõ lại.",
                $"The text is longer than {TextBounds.Longest} characters, or has characters that are not allowed. "
                    + "Shorten it, or type it anew.");
            return null;
        }

        Problem("Ở đây cần một đoạn chữ.", "A text is needed here.");
        return null;
    }

    public string RawText() => json.GetRawText();

    private static IEnumerable<string> Names(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Names(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    private Place At(string name, JsonElement value) =>
        new(value, $"{Pointer}/{JsonLines.Escaped(name)}", problems);

    private void UnknownMember(string name, ReadOnlySpan<string> members)
    {
        var (vi, en) = Likeness.Suggest(name, members.ToArray());
        Problem($"Không có mục “{name}” ở đây.{vi}", $"There is no \"{name}\" here.{en}");
    }
}

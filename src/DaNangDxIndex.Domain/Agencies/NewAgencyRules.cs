using DaNangDxIndex.Text;

namespace DaNangDxIndex.Agencies;

/// <summary>
/// What an agency must have to be entered, by an act or from a file: a code that nothing bears, both names, a group, a parent in force.
/// </summary>
public static class NewAgencyRules
{
    public const int LongestCode = 60;
    public const int LongestName = 300;

    /// <param name="day">On which the parent must be in force.</param>
    public static IEnumerable<LineageFault> FaultsOf(
        IReadOnlyList<NewAgency> entered, IReadOnlyDictionary<string, Agency> agencies, DateOnly day)
    {
        var codes = entered.Select(agency => agency.Code).ToList();
        return entered.SelectMany((agency, index) => new[]
        {
            Code(agency.Code, agencies.ContainsKey(agency.Code) || codes.IndexOf(agency.Code) < index) is { } sentence
                ? [new($"New[{index}].Code", sentence)]
                : Array.Empty<LineageFault>(),
            Name(agency.Name, $"New[{index}].Name"),
            Place(agency.Place, agency.Code, agencies, codes, day, $"New[{index}].Place"),
        }).SelectMany(faults => faults);
    }

    /// <summary>Null where the code is good.</summary>
    public static Bilingual? Code(string code, bool taken) =>
        code.Length is 0 or > LongestCode || !IsCode(code) ? new(
            "Mã gồm chữ thường không dấu, chữ số và dấu gạch nối, tối đa 60 ký tự, ví dụ: so-khcn.",
            "A code has lower-case letters, digits and hyphens, at most 60, for instance: so-khcn.")
        : taken ? new(
            $"Mã “{code}” đã có. Mỗi cơ quan có một mã riêng, kể cả cơ quan cũ.",
            $"The code “{code}” is taken. Every agency has its own, also those of the past.")
        : null;

    public static IReadOnlyList<LineageFault> Name(Bilingual name, string field) =>
    [
        .. IsName(name.Vi) ? [] : new LineageFault[]
        {
            new(field + ".Vi", "Nhập tên tiếng Việt, tối đa 300 ký tự.", "Enter the Vietnamese name, at most 300 characters."),
        },
        .. IsName(name.En) ? [] : new LineageFault[]
        {
            new(field + ".En", "Nhập tên tiếng Anh, tối đa 300 ký tự.", "Enter the English name, at most 300 characters."),
        },
    ];

    /// <param name="also">Codes that come with it, and may be its parent.</param>
    public static IReadOnlyList<LineageFault> Place(
        AgencyPlace place, string code, IReadOnlyDictionary<string, Agency> agencies,
        IReadOnlyCollection<string> also, DateOnly day, string field)
    {
        return
        [
            .. IsCode(place.Group) && place.Group.Length <= LongestCode ? [] : new LineageFault[]
            {
                new(field + ".Group",
                    "Chọn khối, hoặc nhập mã khối (chữ thường không dấu, chữ số, dấu gạch nối).",
                    "Choose the group, or enter its code (lower-case letters, digits, hyphens)."),
            },
            .. place.Parent is null || MayBeParent(place.Parent) ? [] : new LineageFault[]
            {
                new(field + ".Parent",
                    $"Cơ quan chủ quản “{place.Parent}” không có hoặc không hoạt động ngày {VietNamTime.Day(day, "vi")}.",
                    $"The parent “{place.Parent}” is not there or not in force on {VietNamTime.Day(day, "en")}."),
            },
        ];

        bool MayBeParent(string parent) => parent != code
            && (also.Contains(parent, StringComparer.Ordinal)
                || (agencies.TryGetValue(parent, out var known) && known.InForceOn(day)));
    }

    public static bool IsCode(string code) =>
        code.Length > 0 && code.Split('-')
            .All(part => part.Length > 0 && part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)));

    private static bool IsName(string name) => name.Trim().Length is > 0 and <= LongestName;
}

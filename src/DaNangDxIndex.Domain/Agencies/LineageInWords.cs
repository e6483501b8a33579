using DaNangDxIndex.Text;

namespace DaNangDxIndex.Agencies;

/// <summary>
/// Tells of an agency what it was formed from and what became of it: why it has no earlier or later results under its own name.
/// </summary>
public static class LineageInWords
{
    /// <summary>At most two sentences, the past first; none for an agency that neither came from another nor became one.</summary>
    public static IReadOnlyList<Bilingual> Of(string code, IReadOnlyCollection<Agency> all)
    {
        var agency = all.FirstOrDefault(agency => agency.Code == code);
        // Whoever only joined it did not form it.
        var origins = all.Where(other => other.Successors.Contains(code, StringComparer.Ordinal) && other.ValidTo < agency?.ValidFrom)
            .ToList();
        return [.. new[] { Formed(agency, origins), agency is null ? null : Became(agency, all) }.OfType<Bilingual>()];
    }

    private static Bilingual? Formed(Agency? agency, List<Agency> origins) => origins.Count == 0 ? null : new(
        $"Từ ngày {Day(agency?.ValidFrom, "vi")}, hình thành từ {Names(origins, "vi", " và ")}.",
        $"Formed on {Day(agency?.ValidFrom, "en")} from {Names(origins, "en", " and ")}.");

    private static Bilingual? Became(Agency agency, IReadOnlyCollection<Agency> all)
    {
        var heirs = all.Where(other => agency.Successors.Contains(other.Code, StringComparer.Ordinal)).ToList();
        if (heirs.Count == 0 || agency.ValidTo is not { } last)
            return null;
        var partners = all
            .Where(other => other.Code != agency.Code && other.ValidTo == last
                && other.Successors.Intersect(agency.Successors, StringComparer.Ordinal).Any())
            .ToList();
        var (vi, en) = (Day(last.AddDays(1), "vi"), Day(last.AddDays(1), "en"));
        if (heirs.TrueForAll(heir => heir.ValidFrom is null || heir.ValidFrom <= last))
            return new($"Từ ngày {vi}, sáp nhập vào {Names(heirs, "vi", " và ")}.", $"On {en} it joined {Names(heirs, "en", " and ")}.");
        return partners.Count == 0
            ? new(
                $"Từ ngày {vi}, cơ quan, đơn vị này thành {Names(heirs, "vi", " và ")}.",
                $"From {en} this agency is {Names(heirs, "en", " and ")}.")
            : new(
                $"Từ ngày {vi}, cùng {Names(partners, "vi", " và ")} hợp nhất thành {Names(heirs, "vi", " và ")}.",
                $"On {en} it was merged with {Names(partners, "en", " and ")} into {Names(heirs, "en", " and ")}.");
    }

    private static string Names(List<Agency> agencies, string language, string and)
    {
        var names = agencies.ConvertAll(agency => agency.Name.In(language));
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])}{and}{names[^1]}";
    }

    private static string Day(DateOnly? day, string language) => day is { } known ? VietNamTime.Day(known, language) : "";
}

using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Editions;

/// <summary>Says why there is no published result for a year, a version or a group, and what there is.</summary>
public sealed class MissingResult(PublicEditions editions)
{
    public async Task<ObjectResult> ExplainAsync(int year, string group, int? version, CancellationToken ct)
    {
        var all = await editions.ListAsync(ct);
        string[] groups = [.. all.FirstOrDefault(edition => edition.Year == year)?.Groups.Select(publicGroup => publicGroup.Code) ?? []];
        if (groups.Length > 0 && !groups.Contains(group, StringComparer.Ordinal))
            return UnknownGroup(year, group, groups);
        return Explain(all, year, version) ?? NothingPrinted(year, groups);
    }

    /// <summary>Null when the year, in this version, does have results.</summary>
    public async Task<ObjectResult?> WithoutResultsAsync(int year, int? version, CancellationToken ct) =>
        Explain(await editions.ListAsync(ct), year, version);

    /// <summary>There is no publication; results from print are none.</summary>
    public async Task<ObjectResult> WithoutVersionAsync(int year, int? version, CancellationToken ct) =>
        await WithoutResultsAsync(year, version, ct) ?? UnknownVersion(year, version ?? 1, newest: null);

    /// <summary>No group was asked for.</summary>
    public async Task<ObjectResult> GroupIsNeededAsync(int year, CancellationToken ct)
    {
        var all = await editions.ListAsync(ct);
        if (all.FirstOrDefault(edition => edition.Year == year) is not { } edition)
            return UnknownYear(year, all);
        string[] groups = [.. edition.Groups.Select(group => group.Code)];
        return Refuse(StatusCodes.Status400BadRequest, "group.needed", new("Chưa chọn khối", "No group was named"), new(
            $"Thêm ?group= với một trong các khối: {string.Join(", ", groups)}.",
            $"Add ?group= with one of the groups: {string.Join(", ", groups)}."), groups);
    }

    private static ObjectResult? Explain(IReadOnlyList<PublicEdition> all, int year, int? version)
    {
        if (all.FirstOrDefault(edition => edition.Year == year) is not { } edition)
            return UnknownYear(year, all);
        if (!edition.HasResults)
            return NotPublished(year, all);
        return version is { } number && !(number >= 1 && number <= edition.Version) ? UnknownVersion(year, number, edition.Version) : null;
    }

    private static ObjectResult UnknownYear(int year, IEnumerable<PublicEdition> all)
    {
        string[] years = [.. all.Select(edition => edition.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        return Refuse(StatusCodes.Status404NotFound, "edition.unknown", new("Không có kỳ đánh giá này", "There is no such edition"), new(
            $"Không có kỳ đánh giá năm {year}. Các năm hiện có: {string.Join(", ", years)}.",
            $"There is no edition {year}. Available: {string.Join(", ", years)}."), years);
    }

    private static ObjectResult UnknownGroup(int year, string group, string[] groups) =>
        Refuse(StatusCodes.Status404NotFound, "group.unknown", new("Không có khối này", "There is no such group"), new(
            $"Năm {year} không có khối \"{group}\". Các khối: {string.Join(", ", groups)}.",
            $"Edition {year} has no group \"{group}\". The groups are: {string.Join(", ", groups)}."), groups);

    private static ObjectResult NotPublished(int year, IEnumerable<PublicEdition> all)
    {
        string[] years = [.. all.Where(edition => edition.HasResults).Select(
            edition => edition.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        var others = years.Length == 0
            ? new Bilingual("chưa có", "none yet")
            : new Bilingual(string.Join(", ", years), string.Join(", ", years));
        return Refuse(StatusCodes.Status404NotFound, "edition.not-published", new("Chưa công bố kết quả", "Not published yet"), new(
            $"Năm {year} chưa công bố kết quả. Các năm đã có kết quả: {others.Vi}.",
            $"Edition {year} is not published yet. Editions with results: {others.En}."), years);
    }

    private static ObjectResult UnknownVersion(int year, int version, int? newest) =>
        Refuse(StatusCodes.Status404NotFound, "version.unknown", new("Không có bản công bố này", "There is no such publication"),
            newest is null
            ? new(
                $"Kết quả năm {year} tổng hợp từ báo chí, không có bản công bố.",
                $"The {year} results come from press reports; there are no publications.")
            : new(
                $"Năm {year} không có bản công bố số {version}; bản hiện hành là bản số {newest}.",
                $"There is no publication {version} of {year}; the current one is publication {newest}."));

    private static ObjectResult NothingPrinted(int year, string[] groups) =>
        Refuse(StatusCodes.Status404NotFound, "group.no-results", new("Khối này không có kết quả", "This group has no results"), new(
            $"Năm {year} không có kết quả của khối này.", $"Edition {year} has no results for this group."), groups);

    private static ObjectResult Refuse(
        int status, string code, Bilingual title, Bilingual detail, IReadOnlyCollection<string>? valid = null) =>
        Problems.Of(status, code, title.ForReader(), detail.ForReader(), valid);
}

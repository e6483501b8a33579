using System.Globalization;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Agencies;

/// <summary>
/// Da Nang's departments of March and April and its wards of July 2025, entered by the office's pages as the decisions made them.
/// </summary>
public sealed class ReformOf2025Tests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly IReadOnlyList<Agency> Demo = DemoAgencies.Of("da-nang");

    [Fact]
    public async Task What_the_office_enters_of_2025_equals_the_demo()
    {
        var office = await OfficeOfNewTenant.BeginAsync(app, "cai-cach");
        var heirs = Demo.Where(agency => OriginsOf(agency).Count > 0).ToList();
        var founded = Demo.Where(agency => agency.ValidFrom is not null && OriginsOf(agency).Count == 0).ToList();
        await office.ImportAsync([.. Demo.Where(agency => agency.ValidFrom is null).Select(AsItWas), .. founded]);

        foreach (var heir in heirs.OrderBy(heir => heir.ValidFrom))
            await office.RecordAsync("merge", Merger(heir));
        foreach (var ended in Demo.Where(agency => agency.ValidTo is not null && agency.Successors.Count == 0))
            await office.RecordAsync(
                "dissolve", new() { ["Input.From[0]"] = ended.Code, ["Input.Day"] = Written(ended.ValidTo?.AddDays(1)) });

        var stored = await office.InDatabaseAsync(db => db.Set<Agency>().AsNoTracking().OrderBy(agency => agency.Code).ToListAsync());
        stored.Select(Shown).ShouldBe(Demo.OrderBy(agency => agency.Code, StringComparer.Ordinal).Select(Shown), ignoreOrder: true);
        var page = await office.Visitor.OpenAsync("/agencies/so-khcn-2025");
        page.QuerySelector("main ol").ShouldNotBeNull().TextContent.ShouldContain(
            "Từ ngày 01/03/2025: hợp nhất Sở Thông tin và Truyền thông và Sở Khoa học và Công nghệ thành Sở Khoa học và Công nghệ (Nghị "
            + "quyết số 1659/NQ-UBTVQH15, ngày 16/06/2025).");
    }

    private static Dictionary<string, string> Merger(Agency heir)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Day"] = Written(heir.ValidFrom),
            ["Input.New[0].Code"] = heir.Code,
            ["Input.New[0].NameVi"] = heir.Name.Vi,
            ["Input.New[0].NameEn"] = heir.Name.En,
            ["Input.New[0].Kind"] = heir.Kind.ToString(),
            ["Input.New[0].Group"] = heir.Group,
            ["Input.New[0].Parent"] = heir.Parent ?? "",
        };
        foreach (var (index, origin) in OriginsOf(heir).Index())
            fields[$"Input.From[{index}]"] = origin.Code;
        return fields;
    }

    private static List<Agency> OriginsOf(Agency heir) => [.. Demo.Where(agency => agency.Successors.Contains(heir.Code))];

    /// <summary>Before the reform: nobody knew of its end.</summary>
    private static Agency AsItWas(Agency agency) =>
        new Agency(
            agency.Code, agency.Group, agency.Assessed, agency.Parent, agency.ValidFrom, validTo: null, agency.GsoCode, verified: true)
            .Named(agency.Name, []).Of(agency.Kind);

    // The statistical code of a merged ward comes with the list, not with the decision.
    private static string Shown(Agency agency) => string.Join(" | ",
        agency.Code, agency.Name.Vi, agency.Name.En, agency.Kind, agency.Group, agency.Parent,
        Written(agency.ValidFrom), Written(agency.ValidTo), string.Join(' ', agency.Successors), agency.Assessed);

    private static string Written(DateOnly? day) => day?.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture) ?? "";
}

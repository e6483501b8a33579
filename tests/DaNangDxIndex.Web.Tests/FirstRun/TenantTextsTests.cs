using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.FirstRun;

/// <summary>The tenant's own names, issuer and colours.</summary>
public sealed class TenantTextsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Path = "/start/texts";
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task They_stand_on_every_page_from_now_on_and_are_written_in_the_trail()
    {
        var office = await app.SignedInAsync(Role.Office, "khanh-hoa");
        (await office.SendFormAsync(Path, Texts("Tỉnh Khánh Hòa mới", "forest"), Form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await app.Visitor("khanh-hoa").OpenAsync("/");
        page.QuerySelector(".brand-tenant").ShouldNotBeNull().TextContent.ShouldBe("Tỉnh Khánh Hòa mới");
        page.DocumentElement.GetAttribute("data-hue").ShouldBe("forest");
        (await app.Visitor().OpenAsync("/")).DocumentElement.GetAttribute("data-hue").ShouldBeNullOrEmpty();
        (await TestApp.AskAsync<string>(app.Superuser, "SELECT after ->> 'hue' FROM audit_entry WHERE verb = 'tenant.texts'"))
            .ShouldBe("forest");
        (await (await app.SignedInAsync(Role.Administrator, "khanh-hoa")).OpenAsync("/start"))
            .Body.ShouldNotBeNull().TextContent.ShouldContain("Tỉnh Khánh Hòa mới");
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once_and_kept_and_an_older_page_overwrites_nothing()
    {
        var office = await app.SignedInAsync(Role.Office);
        using var wrong = await office.SendFormAsync(
            Path, new(Texts(new string('a', 201), "red"), StringComparer.Ordinal) { ["PlaceEn"] = "" }, Form);

        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(wrong);
        page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href")).ShouldBe(
            ["#NameVi", "#PlaceEn", "#Hue"], ignoreOrder: true);
        (page.GetElementById("AuthorityVi") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldBe("Ủy ban nhân dân");

        using var older = await office.SendFormAsync(Path, new(Texts("Tên", "sea"), StringComparer.Ordinal) { ["Version"] = "7" }, Form);
        (await older.Content.ReadAsStringAsync()).ShouldContain("vừa được cập nhật, do người khác hoặc do bạn ở cửa sổ khác");
    }

    [Theory]
    [InlineData("UPDATE tenant SET name_vi = 'Khác' WHERE slug = 'khanh-hoa'", false)]
    [InlineData("UPDATE tenant SET name_vi = name_vi WHERE slug = 'da-nang'", true)]
    public async Task The_database_lets_a_tenant_change_itself_alone(string sql, bool own)
    {
        var tenant = await TestApp.AskAsync<Guid>(app.Superuser, "SELECT id FROM tenant WHERE slug = 'da-nang'");
        var rows = await TestApp.ListAsync($"{app.Application};Options=-c app.tenant_id={tenant}", $"{sql} RETURNING slug");
        rows.Count.ShouldBe(own ? 1 : 0);
    }

    private static Dictionary<string, string> Texts(string name, string hue) => new(StringComparer.Ordinal)
    {
        ["NameVi"] = name, ["NameEn"] = "Name", ["AuthorityVi"] = "Ủy ban nhân dân", ["AuthorityEn"] = "People’s Committee",
        ["IssuerVi"] = "Chủ tịch", ["IssuerEn"] = "Chairperson", ["PlaceVi"] = "Nha Trang", ["PlaceEn"] = "Nha Trang", ["Hue"] = hue,
    };
}

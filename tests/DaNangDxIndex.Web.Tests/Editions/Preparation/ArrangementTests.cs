using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>Groups, participants and units of an edition in preparation.</summary>
public sealed class ArrangementTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_group_is_added_with_a_template_and_the_agencies_of_its_code_named_anew_and_removed()
    {
        var office = await BegunAsync(2026, Beginning.Empty, "da-nang");
        (await office.SendFormAsync("/editions/2026/office/groups", Group("wards", "wards"), Form))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var agencies = await ParticipantsAsync(2026, "da-nang");
        agencies.ShouldNotBeEmpty();
        agencies.ShouldAllBe(agency => agency.Group == "wards" && agency.Ranked);

        using var named = await office.SendFormAsync("/editions/2026/office/groups/wards", new()
        {
            ["NameVi"] = "Khối xã", ["NameEn"] = "Communes", ["MembersVi"] = "93 xã",
            ["MembersEn"] = "93 communes", ["OtherMembers"] = "true",
        }, Form);
        named.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var group = await GroupAsync(2026, "wards", "da-nang");
        (group.Name.Vi, group.Members.En, group.Population).ShouldBe(("Khối xã", "93 communes", "wards-2026"));

        (await office.SendFormAsync("/editions/2026/office/groups/wards", [], "form[action*=Remove]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ParticipantsAsync(2026, "da-nang")).ShouldBeEmpty();
        (await office.GetAsync("/editions/2026/office/groups/wards")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("wards", "", "Code", "Đã có khối mã “wards”")]
    [InlineData("Phường xã", "", "Code", "Mã chỉ gồm")]
    [InlineData("others", "nothing", "Template", "Chọn một mẫu")]
    public async Task A_group_that_cannot_be_is_refused_beside_its_field_and_kept(string code, string template, string field, string why)
    {
        var office = await BegunAsync(2027, Beginning.Template);
        using var answer = await office.SendFormAsync("/editions/2027/office/groups", Group(code, template), Form);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector($".govuk-error-summary__list a[href='#{field}']").ShouldNotBeNull().TextContent.ShouldContain(why);
        (page.GetElementById("NameVi") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldBe("Khối thử");
    }

    [Fact]
    public async Task The_share_judged_twice_is_none_until_it_is_set_and_an_impossible_one_is_refused_in_place()
    {
        var office = await BegunAsync(2027, Beginning.Empty, "da-nang");
        const string Path = "/editions/2027/office/judged-twice";
        (await office.OpenAsync(Path)).QuerySelector<IHtmlInputElement>("#percent").ShouldNotBeNull().Value.ShouldBe("0");
        foreach (var (share, why) in new[] { ("21", "từ 0 đến 20%"), ("năm", "Nhập số nguyên từ 0 đến 20.") })
        {
            using var refused = await office.SendFormAsync(Path, new() { ["percent"] = share }, Form);
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var page = await Visitor.ReadAsync(refused);
            page.QuerySelector(".govuk-error-summary a[href='#percent']").ShouldNotBeNull().TextContent.ShouldContain(why);
            page.QuerySelector<IHtmlInputElement>("#percent").ShouldNotBeNull().Value.ShouldBe(share);
        }

        using var saved = await office.SendFormAsync(Path, new() { ["percent"] = "5" }, Form);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await office.OpenAsync(Path)).QuerySelector<IHtmlInputElement>("#percent").ShouldNotBeNull().Value.ShouldBe("5");
        using var open = await office.PostAsync("/editions/2025/office/judged-twice", new() { ["percent"] = "5", ["version"] = "0" });
        (await open.Content.ReadAsStringAsync()).ShouldContain("đã mở, nội dung này không sửa trực tiếp được");
    }

    [Fact]
    public async Task The_office_ticks_who_is_assessed_and_ranked_and_an_older_page_overwrites_nothing()
    {
        var office = await BegunAsync(2025, Beginning.LastEdition);
        const string Path = "/editions/2025/office/participants";
        var page = await office.OpenAsync(Path);
        var fields = page.QuerySelectorAll("select[name^=group]").OfType<IHtmlSelectElement>()
            .ToDictionary(select => select.Name ?? "", select => select.Value ?? "", StringComparer.Ordinal);
        // "group[kh-so-nv]"
        var (left, unranked) = (fields.Keys.ElementAt(0)[6..^1], fields.Keys.ElementAt(1)[6..^1]);
        fields[$"group[{left}]"] = "";
        fields["unranked"] = unranked;
        (await office.SendFormAsync(Path, fields, Form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var stored = await ParticipantsAsync(2025);
        stored.ShouldNotContain(participant => participant.Agency == left);
        stored.Where(participant => !participant.Ranked).Select(participant => participant.Agency).ShouldBe([unranked]);

        using var older = await office.SendFormAsync(Path, new(fields, StringComparer.Ordinal) { ["version"] = "0" }, Form);
        older.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        fields["group[nowhere]"] = fields.Values.First(value => value.Length > 0);
        using var unknown = await office.SendFormAsync(Path, fields, Form);
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("không còn trong danh sách");
    }

    [Fact]
    public async Task A_whole_kind_of_agencies_goes_into_a_group_at_once_and_the_others_stay_as_they_are()
    {
        var office = await BegunAsync(2027, Beginning.LastEdition);
        const string Path = "/editions/2027/office/participants";
        var page = await office.OpenAsync(Path);
        var whole = page.QuerySelectorAll("select[name^=whole]").OfType<IHtmlSelectElement>().First();
        var (kind, group) = ((whole.Name ?? "")[6..^1], whole.Options[^1].Value);
        var before = await ParticipantsAsync(2027);
        var agencies = await app.InDatabaseAsync("khanh-hoa",
            db => db.Set<Agency>().ToDictionaryAsync(agency => agency.Code, agency => agency.Group));
        before.ShouldContain(participant => agencies[participant.Agency] == kind && participant.Group != group);

        (await office.SendFormAsync(Path, new() { [whole.Name ?? ""] = group }, Form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var after = await ParticipantsAsync(2027);
        after.Where(participant => agencies[participant.Agency] == kind).ShouldAllBe(participant => participant.Group == group);
        after.Where(participant => agencies[participant.Agency] != kind).Select(participant => (participant.Agency, participant.Group))
            .ShouldBe(
                before.Where(participant => agencies[participant.Agency] != kind)
                    .Select(participant => (participant.Agency, participant.Group)),
                ignoreOrder: true);
    }

    [Fact]
    public async Task Who_existed_only_part_of_the_year_is_named_with_the_heir()
    {
        var office = await app.SignedInAsync(Role.Office);
        var text = (await office.OpenAsync("/editions/2025/office/participants")).Body.ShouldNotBeNull().TextContent;

        text.ShouldContain("Sở Thông tin và Truyền thông");
        text.ShouldContain("đến hết 28/02/2025");
        text.ShouldContain("Kế thừa: Sở Khoa học và Công nghệ");
    }

    [Fact]
    public async Task A_component_is_assigned_at_once_and_single_figures_otherwise_to_agencies_with_an_appraiser_only()
    {
        var office = await BegunAsync(2028, Beginning.Template);
        const string Path = "/editions/2028/office/units?group=wards";
        var unit = await app.InDatabaseAsync(
            "khanh-hoa", db => db.Set<Account>().Where(account => account.Roles.Contains("appraiser"))
                .Select(account => account.AgencyCode).FirstAsync());
        var component = CriteriaFile.Read((await GroupAsync(2028, "wards")).CriteriaFile ?? "").Require().Components[0];
        (await office.SendFormAsync(Path, new() { ["component"] = component.Code, ["unit"] = unit ?? "" }, "form[action*=Component]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var set = CriteriaFile.Read((await GroupAsync(2028, "wards")).CriteriaFile ?? "").Require();
        set.Components[0].Criteria.ShouldAllBe(criterion => criterion.VerifyingUnit == unit);
        set.Components[1].Criteria.ShouldAllBe(criterion => criterion.VerifyingUnit == null);
        var figure = set.Components[0].Criteria[0].Figures[0];
        set.Figure(figure).ShouldNotBeNull().VerifyingUnit.ShouldBe(unit);

        const string OneByOne = "form[action*=units]:not([action*=Component])";
        (await office.SendFormAsync(Path, new() { [$"figure[{figure}]"] = "" }, OneByOne)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        CriteriaFile.Read((await GroupAsync(2028, "wards")).CriteriaFile ?? "")
            .Require().Figure(figure).ShouldNotBeNull().VerifyingUnit.ShouldBeNull();
        using var unknown = await office.SendFormAsync(Path, new() { [$"figure[{figure}]"] = "kh-p-loc-tho" }, OneByOne);
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("chưa có tài khoản người thẩm định");
    }

    [Theory]
    [InlineData(
        "INSERT INTO participant (year, agency, \"group\", ranked) SELECT year, "
        + "agency, \"group\", true FROM assessment WHERE year = 2025 LIMIT 1")]
    [InlineData("DELETE FROM edition_group WHERE year = 2025")]
    [InlineData("UPDATE edition SET stage = 'drafting' WHERE year = 2025")]
    public async Task The_database_lets_nobody_prepare_again_what_is_open(string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => app.InDatabaseAsync("da-nang", db => db.Database.ExecuteSqlRawAsync(sql))))
            .SqlState.ShouldBe("42501");

    private async Task<Visitor> BegunAsync(int year, Beginning from, string tenant = "khanh-hoa")
    {
        var office = await app.SignedInAsync(Role.Office, tenant);
        if (!await app.InDatabaseAsync(tenant, db => db.Set<Edition>().AnyAsync(edition => edition.Year == year)))
        {
            using var answer = await office.SendFormAsync(
                "/editions",
                new() { ["year"] = year.ToString(System.Globalization.CultureInfo.InvariantCulture), ["from"] = from.ToString() }, Form);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        return office;
    }

    private static Dictionary<string, string> Group(string code, string template) => new(StringComparer.Ordinal)
    {
        ["Code"] = code, ["NameVi"] = "Khối thử", ["NameEn"] = "Test group", ["Template"] = template,
    };

    private Task<List<Participant>> ParticipantsAsync(int year, string tenant = "khanh-hoa") =>
        app.InDatabaseAsync(tenant, db => db.Set<Participant>().AsNoTracking()
            .Where(participant => participant.Year == year).ToListAsync());

    private Task<EditionGroup> GroupAsync(int year, string code, string tenant = "khanh-hoa") =>
        app.InDatabaseAsync(tenant, db => db.Set<EditionGroup>().AsNoTracking()
            .SingleAsync(group => group.Year == year && group.Code == code));
}

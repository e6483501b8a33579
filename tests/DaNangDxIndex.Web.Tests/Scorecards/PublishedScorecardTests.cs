using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Scorecards;

[Collection(OnlyRead.Name)]
public sealed class PublishedScorecardTests(TestApp app)
{
    [Theory]
    [InlineData("3.468/3.471 = 99,91%")]
    [InlineData("1.110/1.297 = 85,58%")]
    [InlineData("4.077/4.086 = 99,78%")]
    [InlineData("3.005/3.236 = 92,86%")]
    public async Task Hoa_Vangs_printed_figures_of_2024_come_out_with_their_sentence(string sentence)
    {
        var card = JsonNode.Parse(
            await (await app.Visitor().GetApiAsync("editions/2024/agencies/q-hoa-vang/scorecard")).Content.ReadAsStringAsync());
        var criteria = card?["components"]?.AsArray().SelectMany(component => component?["criteria"]?.AsArray() ?? []);
        var found = criteria.ShouldNotBeNull()
            .Single(criterion => criterion?["explanation"]?["vi"]?.GetValue<string>().Contains(sentence, StringComparison.Ordinal) == true);
        (found?["points"]?.GetValue<string>()).ShouldNotBeNull().ShouldNotBe("0.00");
        (card?["illustrative"]?.GetValue<bool>()).ShouldBe(true);
    }

    [Fact]
    public async Task Each_figure_of_a_card_says_where_it_comes_from()
    {
        var card = JsonNode.Parse(
            await (await app.Visitor().GetApiAsync("editions/2024/agencies/q-hoa-vang/scorecard")).Content.ReadAsStringAsync());
        var figures = card.ShouldNotBeNull()["components"]!.AsArray().SelectMany(component => component!["criteria"]!.AsArray())
            .SelectMany(criterion => criterion!["figures"]!.AsArray())
            .ToLookup(figure => figure!["provenance"]!.GetValue<string>(), figure => figure!["code"]!.GetValue<string>());

        figures["press"].Distinct().Order().ShouldBe([
            "files-digitised", "files-on-time", "files-online", "files-paid-online", "files-received", "files-settled",
                "files-to-digitise", "files-with-fee",
            "procedures-eligible", "procedures-full-process",
        ]);
        figures["illustrative"].ShouldContain("staff");
    }

    [Fact]
    public async Task An_agencys_page_says_which_of_its_figures_were_printed_and_what_else_was_printed_of_it()
    {
        var page = await app.Visitor().OpenAsync("/editions/2024/agencies/q-cam-le");
        var main = page.QuerySelector("#main").ShouldNotBeNull().TextContent;
        main.ShouldContain("6 tháng đầu năm 2024, không phải cả năm");
        main.ShouldContain("Từ tháng 01/2023 đến tháng 6/2024, không phải cả năm 2024");
        page.QuerySelector(".printed").ShouldNotBeNull().TextContent.ShouldContain("980/1.000");
        (await app.Visitor().OpenAsync("/editions/2024/agencies/q-hoa-vang")).QuerySelector("#main").ShouldNotBeNull().TextContent
            .ShouldContain("trừ các tiêu chí 5.1, 5.2, 5.3, 5.4, 5.5 theo báo chí");
        (await app.Visitor().OpenAsync("/editions/2024/agencies/x-hoa-bac")).QuerySelector("#main").ShouldNotBeNull().TextContent
            .ShouldContain("Đã đăng: bình quân 99%");
    }

    [Fact]
    public async Task A_merged_department_tells_what_became_of_it() =>
        (await app.Visitor().OpenAsync("/editions/2024/agencies/so-tttt")).QuerySelector(".lineage").ShouldNotBeNull().TextContent
            .ShouldBe("Từ ngày 01/03/2025, cùng Sở Khoa học và Công nghệ hợp nhất thành Sở Khoa học và Công nghệ.");

    [Fact]
    public async Task The_history_of_ranks_breaks_where_the_index_changed()
    {
        var page = await app.Visitor().OpenAsync("/editions/2024/agencies/q-thanh-khe");
        page.QuerySelectorAll(".history-break").Length.ShouldBe(1);
        page.QuerySelector(".history-breaks").ShouldNotBeNull().TextContent.ShouldContain("hai bộ chỉ số khác nhau");
        page.QuerySelector(".history-line").ShouldNotBeNull().GetAttribute("d").ShouldNotBeNull().Count(step => step == 'M').ShouldBe(2);
    }

    [Fact]
    public async Task The_page_shows_rank_total_tier_and_every_criterion()
    {
        var page = await app.Visitor().OpenAsync("/editions/2024/agencies/q-hai-chau");
        page.QuerySelector(".outcome").ShouldNotBeNull().TextContent.ShouldContain("97,23");
        page.QuerySelectorAll(".criteria").Length.ShouldBeGreaterThan(7);
        page.QuerySelector("a[type='application/pdf']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Results_from_print_have_a_page_and_no_scorecard()
    {
        (await app.Visitor().OpenAsync("/editions/2023/agencies/q-thanh-khe")).QuerySelector(".outcome").ShouldNotBeNull().TextContent
            .ShouldContain("89,02");
        (await app.Visitor().GetApiAsync("editions/2023/agencies/q-thanh-khe/scorecard.pdf")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("editions/2024/agencies/nobody/scorecard", "/problems/agency.unknown")]
    [InlineData("editions/2024/agencies/w25-hai-chau/scorecard", "/problems/agency.unknown")]
    [InlineData("editions/2025/agencies/w25-hai-chau/scorecard", "/problems/edition.not-published")]
    [InlineData("editions/2025/agencies/w25-hai-chau/scorecard.pdf", "/problems/edition.not-published")]
    public async Task Nothing_unpublished_is_told(string address, string type)
    {
        var answer = await app.Visitor().GetApiAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["type"]?.GetValue<string>()).ShouldBe(type);
    }

    [Fact]
    public async Task The_pdf_is_shown_in_the_browser_under_a_name_that_can_be_kept()
    {
        var answer = await app.Visitor().GetApiAsync("editions/2024/agencies/so-tttt/scorecard.pdf?lang=vi");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (answer.Content.Headers.ContentType?.MediaType).ShouldBe("application/pdf");
        var disposition = answer.Content.Headers.ContentDisposition.ShouldNotBeNull();
        disposition.DispositionType.ShouldBe("inline");
        (disposition.FileName?.Trim('"')).ShouldBe("phieu-ket-qua-2024-so-tttt.pdf");
        disposition.FileNameStar.ShouldBe("Sở Thông tin và Truyền thông 2024.pdf");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Encoding.ASCII.GetString(bytes, 0, 5).ShouldBe("%PDF-");
        (await (await app.Visitor().GetApiAsync("editions/2024/agencies/so-tttt/scorecard.pdf?lang=vi")).Content.ReadAsByteArrayAsync())
            .ShouldBe(bytes);
    }

    [Fact]
    public async Task A_printed_code_leads_to_the_same_figures_without_naming_the_tenant()
    {
        var code = await CodeAsync("q-hai-chau");
        var answer = await app.Visitor().Http.GetAsync(new Uri($"/verify/{code}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector(".verdict").ShouldNotBeNull().ClassList.ShouldContain("verdict-sample");
        page.QuerySelector(".outcome").ShouldNotBeNull().TextContent.ShouldContain("97,23");
    }

    [Fact]
    public async Task A_code_is_read_as_people_type_it()
    {
        var code = await CodeAsync("q-hai-chau");
        var answer = await app.Visitor().Http
            .GetAsync(new Uri($"/verify?code={code[..4].ToLowerInvariant()}%20{code[4..]}", UriKind.Relative));
        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldBe($"/da-nang/vi/verify/{code}");
    }

    [Fact]
    public async Task An_unknown_code_and_another_tenants_code_are_not_found()
    {
        (await app.Visitor().Http.GetAsync(new Uri("/verify/ZZZZZZZZZZ", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Visitor("khanh-hoa").GetAsync($"/verify/{await CodeAsync("q-hai-chau")}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_bundle_recomputes_to_what_was_published()
    {
        var answer = await app.Visitor().GetApiAsync("editions/2024/bundle.zip");
        (answer.Content.Headers.ContentType?.MediaType).ShouldBe("application/zip");
        BundleCheck.Of(BundleZip.Read(await answer.Content.ReadAsStreamAsync())).Differences.ShouldBeEmpty();
        (await app.Visitor().GetApiAsync("editions/2023/bundle.zip")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<string> CodeAsync(string agency) => app.InDatabaseAsync("da-nang", db =>
        db.Set<ScorecardCode>().Where(code => code.Year == 2024 && code.Agency == agency).Select(code => code.Code).SingleAsync());
}

using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scorecards;
using DaNangDxIndex.Typesetting;
using DaNangDxIndex.Wordprocessing;

namespace DaNangDxIndex.Documents;

/// <summary>What goes out with the results: the list for commendation, the press release, all scorecards of a group.</summary>
public sealed class OutgoingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_office_changes_the_rules_and_sees_the_list_with_reasons_and_everybody_else_only_the_list()
    {
        var edition = await Signing.PublishedAsync(app);
        var page = $"/editions/{edition.Year}/documents/commendation";
        var office = await app.SignedInAsync(Role.Office);
        var usual = await office.OpenAsync(page);
        usual.Body.ShouldNotBeNull().TextContent.ShouldContain("Tặng Bằng khen: Khối nhỏ");

        using var changed = await office.SendFormAsync(page, new()
        {
            ["rules[0].Honour"] = "Tặng cờ thi đua", ["rules[0].Basis"] = "Top", ["rules[0].Count"] = "1", ["rules[0].Group"] = "small",
        }, "main form");
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await changed.Content.ReadAsStringAsync());
        var shown = await office.OpenAsync(page);
        var row = shown.QuerySelectorAll("section tbody tr").ShouldHaveSingleItem();
        row.TextContent.ShouldContain("Hạng 1,");
        shown.Body.ShouldNotBeNull().TextContent.ShouldContain("Kế tiếp, chưa được đề nghị:");

        using var docx = ReadDocx.Of(await FileAsync(office, $"{page}?handler=Paper&form=docx"));
        docx.InOrder(
            "DANH SÁCH", $"năm {edition.Year}", "Tặng cờ thi đua: Khối nhỏ", "Hạng 1,", "Kế tiếp, chưa được đề nghị", "THỦ TRƯỞNG");
        PdfTools.Text(await FileAsync(office, $"{page}?handler=Paper")).ShouldContain("Tặng cờ thi đua");
        var signatory = await app.SignedInAsync(Role.Signatory);
        (await signatory.OpenAsync(page)).QuerySelector("main form").ShouldBeNull();
        using var refused = await signatory.PostAsync(page, new() { ["rules[0].Honour"] = "x", ["rules[0].Count"] = "1", ["seen"] = "1" });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await edition.TrailAsync()).Count(entry => entry.Verb == "commendation.rules").ShouldBe(1);
    }

    [Fact]
    public async Task A_rule_that_is_half_is_refused_and_kept_as_it_was_typed_and_an_older_page_changes_nothing()
    {
        var edition = await Signing.FinalAsync(app);
        var page = $"/editions/{edition.Year}/documents/commendation";
        var office = await app.SignedInAsync(Role.Office);
        using var half = await office.SendFormAsync(page, new()
        {
            ["rules[0].Honour"] = "Tặng cờ", ["rules[0].Basis"] = "Top", ["rules[0].Count"] = "ba",
        }, "main form");
        half.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await Visitor.ReadAsync(half);
        again.QuerySelector(".govuk-error-message").ShouldNotBeNull().TextContent.ShouldContain("Quy tắc 1: số cơ quan phải là số nguyên");
        again.GetElementById("count-0").ShouldNotBeNull().GetAttribute("value").ShouldBe("ba");

        using var older = await office.SendFormAsync(page, new()
        {
            ["rules[0].Honour"] = "Tặng cờ", ["rules[0].Basis"] = "Top", ["rules[0].Count"] = "1", ["seen"] = "7",
        }, "main form");
        older.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestApp.AskAsync<long>(app.Superuser, $"SELECT count(*) FROM commendation_plan WHERE year = {edition.Year}")).ShouldBe(0);
    }

    [Fact]
    public async Task A_correction_has_its_drafts_and_a_list_from_the_version_it_supersedes_says_so()
    {
        var edition = await Signing.PublishedAsync(app);
        const string Announced = "đã công bố tại Quyết định số 684/QĐ-UBND ngày 05/03/2027";
        const string Replaced = "Kết quả tại các phụ lục thay thế kết quả " + Announced;
        var adjusted = "Điều chỉnh kết quả đánh giá, xếp hạng chuyển đổi số của các cơ quan, "
            + $"địa phương năm {edition.Year} {Announced}";
        var (office, correct) = (await app.SignedInAsync(Role.Office), $"/editions/{edition.Year}/correction");
        using var begun = await office.SendFormAsync(
            correct, new() { ["Cause"] = "Cổng dịch vụ công đếm thiếu hồ sơ.", ["FoundBy"] = "Public" },
            "main form:not([action*=handler])");
        using var entered = await office.SendFormAsync(
            $"{correct}/{RunningEdition.Third}?figure=files-online", new() { ["Value"] = "70", ["Reason"] = "FigureContradicted" },
            "main section.inset form");
        entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await office.OpenAsync($"/editions/{edition.Year}/documents")).QuerySelector("a[href*='version=2']").ShouldNotBeNull();
        var prepared = $"/editions/{edition.Year}/documents?version=2";
        using (var draft = ReadDocx.Of(await FileAsync(office, $"{prepared}&handler=Draft&kind=Decision")))
        {
            draft.InOrder(
                "DỰ THẢO", "QUYẾT ĐỊNH", adjusted, "Điều 1. " + adjusted, "03 cơ quan",
                "Điều chỉnh bản công bố số 1. Nguyên nhân: Cổng dịch vụ công", "→", "Điều 2.", "Điều 3.", Replaced, "Điều 4.");
            draft.Text.ShouldNotContain("Công bố kết quả");
        }

        using (var notice = ReadDocx.Of(await FileAsync(office, $"{prepared}&handler=Draft&kind=Notice")))
            notice.InOrder("DỰ THẢO", "THÔNG BÁO", adjusted, "thông báo", "1. Kết quả chung", "Phụ lục I.", Replaced);
        using (var submission = ReadDocx.Of(await FileAsync(office, $"{prepared}&handler=Draft&kind=Submission")))
            submission.InOrder("TỜ TRÌNH", "Về việc đ" + adjusted[1..], Replaced, "Kính trình");
        var published = $"/editions/{edition.Year}/documents?version=1";
        using (var first = ReadDocx.Of(await FileAsync(office, $"{published}&handler=Draft&kind=Decision")))
        {
            first.InOrder("QUYẾT ĐỊNH", "Công bố kết quả đánh giá, xếp hạng", $"năm {edition.Year}", "Điều 1. Công bố kết quả");
            foreach (var word in (string[])["Điều chỉnh", "thay thế"])
                first.Text.ShouldNotContain(word, Case.Sensitive);
        }

        using var signed = await (await app.SignedInAsync(Role.Signatory)).SendFormAsync(
            correct, Signing.Decision("701/QĐ-UBND", "20/03/2027"), "form[action*=Sign]");
        signed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var list = $"/editions/{edition.Year}/documents/commendation";
        (await office.OpenAsync($"{list}?version=1")).Body.ShouldNotBeNull().TextContent
            .ShouldContain("Danh sách theo bản công bố đã được thay thế");
        PdfTools.Text(await FileAsync(office, $"{list}?version=1&handler=Paper")).ShouldContain("ĐÃ ĐƯỢC THAY THẾ BỞI BẢN CÔNG BỐ SỐ 2");
        PdfTools.Text(await FileAsync(office, $"{list}?handler=Paper")).ShouldNotContain("THAY THẾ");
        var press = System.Text.Encoding.UTF8.GetString(
            await FileAsync(office, $"/editions/{edition.Year}/documents/press?handler=File&lang=vi"));
        foreach (var said in (string[])["điều chỉnh kết quả", "theo Quyết định số 701", "thay thế kết quả tại bản công bố số 1;"])
            press.ShouldContain(said);
    }

    [Fact]
    public async Task The_press_is_told_in_both_languages_with_the_address_of_every_sentence()
    {
        var edition = await Signing.PublishedAsync(app);
        var page = $"/editions/{edition.Year}/documents/press";
        var office = await app.SignedInAsync(Role.Office);
        var shown = await office.OpenAsync(page);
        shown.QuerySelector("section[lang=en]").ShouldNotBeNull().TextContent.ShouldContain("has announced");
        var addresses = shown.QuerySelectorAll("section[lang=vi] p a").Select(link => new Uri(link.GetAttribute("href") ?? "")).ToList();
        addresses.Count.ShouldBe(shown.QuerySelectorAll("section[lang=vi] p").Length);
        foreach (var address in addresses)
            (await app.Visitor().GetAsync(address.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.OK, address.PathAndQuery);

        var plain = System.Text.Encoding.UTF8.GetString(await FileAsync(office, $"{page}?handler=File&lang=vi"));
        plain.ShouldContain("684/QĐ-UBND");
        foreach (var address in addresses)
            plain.ShouldContain(address.ToString());
        using var docx = ReadDocx.Of(await FileAsync(office, $"{page}?handler=File&form=docx&lang=en"));
        docx.InOrder("Digital transformation results", "has announced", "Small group: the ", " first with ");
    }

    [Fact]
    public async Task While_figures_are_samples_or_nothing_is_published_the_press_is_told_nothing_and_the_office_why()
    {
        var office = await app.SignedInAsync(Role.Office);
        var sample = "/editions/2024/documents/press";
        var shown = (await office.OpenAsync(sample)).Body.ShouldNotBeNull().TextContent;
        shown.ShouldContain("số liệu minh họa");
        shown.ShouldContain("Thay số liệu minh họa bằng số liệu thật");
        (await office.GetAsync($"{sample}?handler=File")).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        var edition = await Signing.FinalAsync(app);
        (await office.OpenAsync($"/editions/{edition.Year}/documents/press")).Body.ShouldNotBeNull().TextContent
            .ShouldContain("Kết quả chưa công bố");
    }

    [Fact]
    public async Task All_scorecards_of_a_group_come_as_one_file_with_the_bytes_that_each_has_by_itself()
    {
        var office = await app.SignedInAsync(Role.Office);
        var file = await FileAsync(office, "/editions/2024/documents?handler=Scorecards&group=districts");

        using var zip = new ZipArchive(new MemoryStream(file));
        zip.Entries.Count.ShouldBe(7);
        var entry = zip.Entries.Single(entry => entry.Name.StartsWith("q-hoa-vang ", StringComparison.Ordinal));
        entry.Name.ShouldEndWith(".pdf");
        using var held = new MemoryStream();
        await (await entry.OpenAsync()).CopyToAsync(held);
        held.ToArray().ShouldBe(await (await app.Visitor().GetApiAsync("editions/2024/agencies/q-hoa-vang/scorecard.pdf?lang=vi")).Content
            .ReadAsByteArrayAsync());
        (await FileAsync(office, "/editions/2024/documents?handler=Scorecards&group=districts"))
            .ShouldBe(file, "the same version, the same file");
    }

    [Fact]
    public async Task A_download_says_how_much_is_to_come_and_one_that_broke_off_goes_on_where_it_was_left()
    {
        const string Path = "/editions/2024/documents?handler=Scorecards&group=districts";
        var office = await app.SignedInAsync(Role.Office);
        using var whole = await office.GetAsync(Path);
        var file = await whole.Content.ReadAsByteArrayAsync();
        whole.Content.Headers.ContentLength.ShouldBe(file.Length);
        var tag = whole.Headers.ETag.ShouldNotBeNull();

        using var rest = await PartAsync(office, Path, new(1_000, null), tag);
        rest.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await rest.Content.ReadAsByteArrayAsync()).ShouldBe(file[1_000..]);
        using var middle = await PartAsync(office, Path, new(50_000, 50_009), null);
        (await middle.Content.ReadAsByteArrayAsync()).ShouldBe(file[50_000..50_010]);
        using var end = await PartAsync(office, Path, new(null, 100), tag);
        (await end.Content.ReadAsByteArrayAsync()).ShouldBe(file[^100..]);
        using var beyond = await PartAsync(office, Path, new(file.Length, null), tag);
        beyond.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        using var other = await PartAsync(office, Path, new(1_000, null), new("\"another\""));
        (other.StatusCode, (await other.Content.ReadAsByteArrayAsync()).Length).ShouldBe((HttpStatusCode.OK, file.Length));
    }

    [Fact]
    public void Each_card_is_written_before_the_next_is_printed_so_no_more_than_one_is_held()
    {
        using var sent = new MemoryStream();
        var lengths = new List<long>();
        ScorecardsZip.Write(sent, Cards(), CancellationToken.None);

        lengths[1].ShouldBeGreaterThan(100_000, "the first card has left before the second is printed");
        lengths[2].ShouldBeGreaterThan(200_000);

        IEnumerable<(string Name, byte[] Pdf)> Cards()
        {
            for (var card = 0; card < 3; card++)
            {
                lengths.Add(sent.Length);
                yield return ($"{card}.pdf", new byte[100_000]);
            }
        }
    }

    [Theory]
    [InlineData("so-y-te", "Sở Y tế", "so-y-te Sở Y tế.pdf")]
    [InlineData("a", "../..\\x:*?\"<>|\n", "a x.pdf")]
    public void A_file_is_named_by_code_and_name_without_signs_that_a_file_system_refuses(string code, string name, string file) =>
        ScorecardsZip.NameOf(code, name).ShouldBe(file);

    private static async Task<HttpResponseMessage> PartAsync(
        Visitor visitor, string path, RangeItemHeaderValue range, EntityTagHeaderValue? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(visitor.Address(path), UriKind.Relative));
        request.Headers.Range = new RangeHeaderValue(range.From, range.To);
        request.Headers.IfRange = tag is null ? null : new RangeConditionHeaderValue(tag);
        return await visitor.Http.SendAsync(request);
    }

    private static async Task<byte[]> FileAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}

using System.Net;
using System.Security.Cryptography;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Evidence;

/// <summary>The agency's folder: pieces, revisions, hiding, and what is refused with which sentence.</summary>
public sealed class FolderTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_file_comes_back_byte_by_byte_to_be_saved_and_never_to_be_run()
    {
        var shelf = await Shelf.OfAsync(app, await OpenEdition.AddAsync(app));
        var content = Shelf.Pdf();

        var piece = await shelf.UploadedAsync(content, "Kế hoạch số 12.pdf", "Kế hoạch chuyển đổi số");

        var shown = await Shelf.BodyAsync(await shelf.Visitor.GetApiAsync($"agencies/w25-hai-chau/evidence/{piece}"));
        (shown["title"]?.GetValue<string>()).ShouldBe("Kế hoạch chuyển đổi số");
        (shown["file"]?["type"]?.GetValue<string>()).ShouldBe("pdf");
        (shown["file"]?["sha256"]?.GetValue<string>()).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        using var file = await shelf.Visitor.GetApiAsync($"agencies/w25-hai-chau/evidence/{piece}/revisions/1/file");
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(content);
        file.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/pdf");
        file.Content.Headers.ContentDisposition.ShouldNotBeNull().DispositionType.ShouldBe("attachment");
        file.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Kế hoạch số 12.pdf");
        Header(file, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(file, "Content-Security-Policy").ShouldBe(
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; sandbox; frame-ancestors 'none'");
        Header(file, "Cache-Control").ShouldBe("no-store");
        using var preview = await shelf.Visitor.GetApiAsync($"agencies/w25-hai-chau/evidence/{piece}/revisions/1/preview");
        preview.Content.Headers.ContentDisposition.ShouldNotBeNull().DispositionType.ShouldBe("inline");
        Header(preview, "Content-Security-Policy").ShouldEndWith("sandbox; frame-ancestors 'self'");
        Header(preview, "X-Frame-Options").ShouldBe("SAMEORIGIN");
    }

    [Fact]
    public async Task A_part_of_a_file_is_handed_out_alone()
    {
        var shelf = await Shelf.OfAsync(app, await OpenEdition.AddAsync(app));
        var content = Shelf.Pdf();
        var piece = await shelf.UploadedAsync(content);
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri($"/da-nang/api/v1/agencies/w25-hai-chau/evidence/{piece}/revisions/1/file", UriKind.Relative));
        request.Headers.Range = new(5, 7);

        using var answer = await shelf.Visitor.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(content[5..8]);
    }

    [Fact]
    public async Task What_is_refused_is_told_beside_its_field_and_what_was_typed_stays()
    {
        var shelf = await Shelf.OfAsync(app, await OpenEdition.AddAsync(app));

        using var answer = await shelf.SendPageAsync(
            $"{shelf.Folder}/new?handler=File", "<html></html>"u8.ToArray(), "trang.pdf", ("Title", "Kế hoạch năm 2025"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("#file-error").ShouldNotBeNull().TextContent.ShouldContain("Nội dung tệp không phải PDF");
        page.QuerySelector("#Title").ShouldNotBeNull().GetAttribute("value").ShouldBe("Kế hoạch năm 2025");
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
    }

    [Theory]
    [InlineData("a.pdf", 0, "evidence.empty")]
    [InlineData("a.pdf", FolderRules.LargestFile + 1, "evidence.too-large")]
    [InlineData("a.pdf.exe", 10, "evidence.double-ending")]
    [InlineData("a\u202E.pdf", 10, "evidence.name-forbidden")]
    [InlineData("a.exe", 10, "evidence.double-ending")]
    [InlineData("a.pdf", 10, "evidence.wrong-type")]
    public async Task Each_fault_has_its_own_sentence(string name, long size, string code)
    {
        var shelf = await Shelf.OfAsync(app, await OpenEdition.AddAsync(app));

        using var answer = await shelf.UploadAsync(new byte[size], name);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        ((await Shelf.BodyAsync(answer))["type"]?.GetValue<string>()).ShouldBe($"/problems/{code}");
    }

    [Fact]
    public async Task The_same_file_twice_is_one_piece()
    {
        var shelf = await Shelf.OfAsync(app, await OpenEdition.AddAsync(app));
        var content = Shelf.Pdf();
        await shelf.UploadedAsync(content, title: "Kế hoạch A");

        using var again = await shelf.UploadAsync(content, "khac.pdf");

        (await Shelf.BodyAsync(again))["detail"].ShouldNotBeNull().GetValue<string>().ShouldContain("“Kế hoạch A”");
    }

    [Fact]
    public async Task A_revision_leaves_the_earlier_one_to_be_read_and_the_trail_tells_of_both()
    {
        var shelf = await Shelf.OfAsync(app, await OpenEdition.AddAsync(app));
        var (first, second) = (Shelf.Pdf(), Shelf.Pdf());
        var piece = await shelf.UploadedAsync(first);

        using var revised = await shelf.UploadAsync(second, "moi.pdf", "Bản đã ký", piece);

        ((await Shelf.BodyAsync(revised))["revision"]?.GetValue<int>()).ShouldBe(2);
        foreach (var (number, content) in new[] { (1, first), (2, second) })
        {
            using var file = await shelf.Visitor.GetApiAsync($"agencies/w25-hai-chau/evidence/{piece}/revisions/{number}/file");
            (await file.Content.ReadAsByteArrayAsync()).ShouldBe(content);
        }
        (await TrailAsync(piece)).ShouldBe(["evidence.add", "evidence.revise"]);
    }

    [Fact]
    public async Task Hiding_takes_a_piece_from_the_list_and_deletes_nothing()
    {
        var shelf = await Shelf.OfAsync(app, await OpenEdition.AddAsync(app));
        var piece = await shelf.UploadedAsync(title: "Tài liệu nhầm");

        using (await shelf.SetHiddenAsync(piece, hidden: true))
            (await shelf.Visitor.OpenAsync(shelf.Folder)).Body.ShouldNotBeNull().TextContent.ShouldNotContain("Tài liệu nhầm");
        (await shelf.Visitor.OpenAsync($"{shelf.Folder}?hidden=true")).Body.ShouldNotBeNull().TextContent.ShouldContain("Tài liệu nhầm");
        using (var file = await shelf.Visitor.GetApiAsync($"agencies/w25-hai-chau/evidence/{piece}/revisions/1/file"))
            file.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var stale = await shelf.SetHiddenAsync(piece, hidden: false, version: 0))
            stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        using (await shelf.SetHiddenAsync(piece, hidden: false, version: 1))
            (await TrailAsync(piece)).ShouldBe(["evidence.add", "evidence.hide", "evidence.show"]);
    }

    [Fact]
    public async Task A_document_is_cited_by_number_day_issuer_and_title()
    {
        var shelf = await Shelf.OfAsync(app, await OpenEdition.AddAsync(app));

        using var wrong = await shelf.Visitor.PostAsync(
            $"{shelf.Folder}/new?handler=Document",
                new() { ["Number"] = "12/KH-UBND", ["Date"] = "31/02/2025", ["Issuer"] = "", ["DocumentTitle"] = "Về việc" });

        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(wrong);
        page.QuerySelector("#Date-error").ShouldNotBeNull().TextContent.ShouldContain("ngày/tháng/năm");
        page.QuerySelector("#Issuer-error").ShouldNotBeNull();
        page.QuerySelector("#Number").ShouldNotBeNull().GetAttribute("value").ShouldBe("12/KH-UBND");
        var piece = await shelf.CitedAsync("12/KH-UBND");
        (await shelf.Visitor.OpenAsync($"{shelf.Folder}/pieces/{piece}")).Body.ShouldNotBeNull().TextContent
            .ShouldContain("Số 12/KH-UBND ngày 05/03/2025, UBND phường");
    }

    [Fact]
    public async Task The_folder_is_filled_when_nothing_is_open_for_entry()
    {
        var edition = await OpenEdition.AddAsync(app, closesAt: DateTimeOffset.UtcNow.AddDays(-1));

        (await (await Shelf.OfAsync(app, edition)).UploadedAsync()).ShouldNotBe(Guid.Empty);
    }

    private Task<List<string>> TrailAsync(Guid piece) => app.InDatabaseAsync("da-nang", db =>
        db.Set<AuditEntry>().Where(entry => entry.Subject == $"agencies/w25-hai-chau/evidence/{piece}").OrderBy(entry => entry.Number)
            .Select(entry => entry.Verb)
            .ToListAsync());

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));
}

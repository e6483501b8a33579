using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>What somebody reads who hands in a file without being signed in.</summary>
[Collection(OnlyRead.Name)]
public sealed class VerifyFileTests(TestApp app)
{
    private const string Edition = "editions/2024/";

    [Theory]
    [InlineData("agencies/q-hai-chau/scorecard.pdf?lang=en")]
    [InlineData("standings.pdf?group=districts&lang=vi")]
    [InlineData("bundle.zip")]
    public async Task A_file_as_it_was_downloaded_is_the_same_byte_for_byte(string path)
    {
        var page = await ReadAsync(await SendAsync(await DownloadAsync(path)));

        page.QuerySelector(".verdict h1").ShouldNotBeNull().TextContent.ShouldBe("Số liệu trong tệp khớp với kết quả đã công bố");
        var verdict = page.QuerySelector(".verdict").ShouldNotBeNull();
        verdict.ClassList.ShouldContain("verdict-sample");
        verdict.TextContent.ShouldContain("trùng từng byte");
        page.QuerySelector("table").ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_something_was_added_to_agrees_and_says_so()
    {
        var page = await ReadAsync(
            await SendAsync([.. await DownloadAsync("agencies/q-hai-chau/scorecard.pdf"), .. "signature"u8], language: "en"));

        var verdict = page.QuerySelector(".verdict").ShouldNotBeNull().TextContent;
        verdict.ShouldContain("Something was added to the file after it was made");
        verdict.ShouldNotContain("byte for byte: nothing was changed");
    }

    [Fact]
    public async Task A_paper_whose_publication_is_another_is_told_where_they_differ()
    {
        var file = await DownloadAsync("agencies/q-hai-chau/scorecard.pdf");

        var page = await ReadAsync(await SendAsync(Forgery.Bytes(file, "&quot;agency&quot;:&quot;q-hai-chau&quot;",
            "&quot;agency&quot;:&quot;q-son-tra&quot; ")));

        page.QuerySelector(".verdict h1").ShouldNotBeNull().TextContent.ShouldBe("Tệp khác với kết quả đã công bố");
        page.QuerySelectorAll("tbody th").Select(place => place.TextContent).ShouldContain("Tổng điểm");
    }

    [Fact]
    public async Task A_changed_digit_in_a_bundle_is_named_by_file_and_place()
    {
        var files = BundleZip.Read(new MemoryStream(await DownloadAsync("bundle.zip")));
        var changed = files.Select(file => file.Path == "results.csv"
            ? BundleFile.OfText(file.Path, file.Text.Replace("97.23", "97.32", StringComparison.Ordinal)) : file).ToList();

        var page = await ReadAsync(await SendAsync(BundleZip.Write(changed)));

        var place = page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("97.32", StringComparison.Ordinal));
        place.QuerySelector("th").ShouldNotBeNull().TextContent.ShouldStartWith("results.csv:");
    }

    [Theory]
    [InlineData("none", "Choose a PDF or a bundle (.zip).")]
    [InlineData("empty", "The file is empty. Choose the PDF or the bundle again.")]
    [InlineData("text", "The file is neither a PDF nor a bundle (.zip) from this site.")]
    [InlineData("too large", "The file is larger than 8 MB; no scorecard, ranked table or bundle is.")]
    [InlineData("other pdf", "This is not a PDF as it was downloaded (another program has saved it anew). "
        + "Download the original, or check the code that is printed on it.")]
    [InlineData("bomb", "Unpacked, the file would be larger than any bundle.")]
    [InlineData("other zip", "The file is neither a PDF nor a bundle (.zip) from this site.")]
    public async Task A_file_that_cannot_be_checked_is_refused_in_one_sentence_that_says_what_to_do(string which, string sentence)
    {
        var answer = await SendAsync(which switch
        {
            "none" => null,
            "empty" => [],
            "text" => "total,98.06"u8.ToArray(),
            "too large" => new byte[CheckFile.LargestFile + 1],
            "other pdf" => "%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n"u8.ToArray(),
            "bomb" => Zip(("publication.json", new byte[200 << 20])),
            _ => Zip(("letter.txt", "x"u8.ToArray())),
        }, language: "en");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("#file-error").ShouldNotBeNull().TextContent.ShouldBe(sentence);
        page.QuerySelector("form[enctype]").ShouldNotBeNull().GetAttribute("action").ShouldBe("/da-nang/en/verify/file");
    }

    [Fact]
    public async Task A_file_of_another_tenant_is_named_and_not_compared()
    {
        var answer = await SendAsync(await DownloadAsync("bundle.zip"), tenant: "khanh-hoa", language: "en");

        (await Visitor.ReadAsync(answer)).QuerySelector("#file-error").ShouldNotBeNull().TextContent
            .ShouldBe("The file is of Da Nang City. Check it on the site of Da Nang City.");
    }

    [Fact]
    public async Task The_page_that_takes_files_is_the_one_that_takes_codes()
    {
        (await app.Visitor().OpenAsync("/verify")).QuerySelector("form[enctype] input[name=file]").ShouldNotBeNull();
        (await app.Visitor().GetAsync("/verify/file")).Headers.Location.ShouldNotBeNull().ToString().ShouldBe("/da-nang/vi/verify");
    }

    private async Task<HttpResponseMessage> SendAsync(byte[]? file, string tenant = "da-nang", string language = "vi")
    {
        using var content = new MultipartFormDataContent();
        if (file is not null)
            content.Add(new ByteArrayContent(file), "file", "handed-in");
        else
            content.Add(new StringContent(""), "other");
        return await app.Visitor(tenant, language).Http.PostAsync(new Uri($"/{tenant}/{language}/verify/file", UriKind.Relative), content);
    }

    private async Task<byte[]> DownloadAsync(string path) =>
        await (await app.Visitor().GetApiAsync(Edition + path)).Content.ReadAsByteArrayAsync();

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Visitor.ReadAsync(answer);
    }

    private static byte[] Zip(params (string Path, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in files)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        return bytes.ToArray();
    }
}

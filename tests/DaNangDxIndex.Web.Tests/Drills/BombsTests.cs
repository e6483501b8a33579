using System.Globalization;
using System.IO.Compression;
using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scorecards.Verification;

namespace DaNangDxIndex.Drills;

/// <summary>Small files that would burst into hundreds of megabytes, sent to a program of its own whose memory is looked at.</summary>
public sealed class BombsTests : IAsyncLifetime
{
    private const int MiB = 1024 * 1024;

    private readonly TestApp _app = new();
    private WebProcess? _process;

    private WebProcess Process => _process ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        _process = WebProcess.OverDatabase(
            _app.Application, ("ASPNETCORE_WEBROOT", Path.Combine(Repository.Root, "src", "DaNangDxIndex.Web", "wwwroot")));
        await _process.UntilReadyAsync();
    }

    public async Task DisposeAsync()
    {
        Process.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Files_that_burst_are_refused_and_the_program_stays_as_small_as_it_was()
    {
        var assessor = await Process.SignInAsync(Role.Assessor);
        var token = await assessor.TokenAsync("/da-nang/vi/accounts/password");
        var honest = await _app.SignedInAsync(Role.Assessor);
        var form = await (await honest.GetApiAsync("editions/2025/agencies/w25-hai-chau/form.xlsx")).Content.ReadAsByteArrayAsync();
        // What the program needs for a file at all is its own; what a bomb adds is looked at.
        (await SendAsync(assessor, token, form)).ShouldBe(HttpStatusCode.OK);
        var before = Peak();
        foreach (var bomb in new[]
        {
            Zip(("xl/workbook.xml", 300)), Zip(("xl/worksheets/sheet1.xml", 300)), Zip(("xl/sharedStrings.xml", 300)),
            Zip([.. Enumerable.Range(0, 300).Select(part => ($"xl/media/{part}.xml", 1))]),
        })
        {
            bomb.Length.ShouldBeLessThan(MiB, "a bomb is small");
            (await SendAsync(assessor, token, bomb)).ShouldBeOneOf(
                HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict, HttpStatusCode.BadRequest);
        }
        (Peak() - before).ShouldBeLessThan(100L * MiB);
    }

    [Fact]
    public async Task Papers_that_burst_are_refused_to_a_stranger_and_the_program_stays_as_small_as_it_was()
    {
        // What the reader needs for what it may read at most is its own.
        (await CheckAsync(StuffedPaper.All["many pieces"]())).ShouldBe(HttpStatusCode.UnprocessableEntity, Process.Said);
        var before = Peak();
        foreach (var (which, paper) in StuffedPaper.All)
            (await CheckAsync(paper())).ShouldBe(HttpStatusCode.UnprocessableEntity, which);
        (Peak() - before).ShouldBeLessThan(100L * MiB);
    }

    private async Task<HttpStatusCode> CheckAsync(byte[] paper)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(paper), "file", "paper.pdf" } };
        using var answer = await Process.Http.PostAsync(new Uri("/da-nang/vi/verify/file", UriKind.Relative), content);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> SendAsync(Session assessor, string token, byte[] file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/da-nang/api/v1/editions/2025/agencies/w25-hai-chau/form.xlsx")
        {
            Content = new ByteArrayContent(file),
        };
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await assessor.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>So many megabytes of spaces in each part.</summary>
    private static byte[] Zip(params (string Part, int Megabytes)[] parts)
    {
        var spaces = new byte[MiB];
        Array.Fill(spaces, (byte)' ');
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, megabytes) in parts)
            {
                using var entry = zip.CreateEntry(part, CompressionLevel.SmallestSize).Open();
                for (var written = 0; written < megabytes; written++)
                    entry.Write(spaces);
            }
        }
        return file.ToArray();
    }

    /// <summary>The most memory that the program ever held, in bytes.</summary>
    private long Peak() => long.Parse(File.ReadLines($"/proc/{Process.Id}/status")
        .Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
        CultureInfo.InvariantCulture) * 1024;
}

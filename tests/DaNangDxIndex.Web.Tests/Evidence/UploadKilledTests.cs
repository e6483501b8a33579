using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Evidence;

/// <summary>The web process is killed in the middle of an upload.</summary>
public sealed class UploadKilledTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Half = 1024 * 1024;

    [Fact]
    public async Task A_killed_upload_leaves_no_half_file_and_the_next_one_goes_in()
    {
        var edition = await OpenEdition.AddAsync(app);
        var folder = Path.Combine(Path.GetTempPath(), $"dx-killed-{Guid.NewGuid():N}");
        var path = $"/da-nang/vi/evidence/{edition.Agency}/new?handler=File";
        using (var program = WebProcess.OverDatabase(app.Application, ("DX_EVIDENCE", folder)))
        {
            await program.UntilReadyAsync();
            var session = await program.SignInAsync(Role.Assessor);
            using var slow = new SlowFile(Half);
            var upload = SendAsync(session, path, slow);
            await slow.HalfSent;
            program.Kill();
            slow.Dispose();
            await Should.ThrowAsync<Exception>(() => upload);
        }

        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await app.InDatabaseAsync("da-nang", db => db.Set<Piece>().CountAsync())).ShouldBe(0);
        using var again = WebProcess.OverDatabase(app.Application, ("DX_EVIDENCE", folder));
        await again.UntilReadyAsync();
        using var taken = await SendAsync(await again.SignInAsync(Role.Assessor), path, new MemoryStream(Shelf.Pdf()));
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        again.Kill();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<HttpResponseMessage> SendAsync(Session session, string path, Stream content)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(await session.TokenAsync("/da-nang/vi/work")), "__RequestVerificationToken" },
            { new StreamContent(content), "file", "a.pdf" },
        };
        return await session.SendAsync(new(HttpMethod.Post, path) { Content = form });
    }

    /// <summary>Gives its first half, and the rest only when it is thrown away.</summary>
    private sealed class SlowFile(int half) : MemoryStream(new byte[2 * half])
    {
        private readonly TaskCompletionSource _half = new();
        private readonly TaskCompletionSource _thrownAway = new();

        public Task HalfSent => _half.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < half)
                return await base.ReadAsync(buffer, cancellationToken);
            _half.TrySetResult();
            await _thrownAway.Task;
            throw new IOException("Thrown away.");
        }

        protected override void Dispose(bool disposing)
        {
            _thrownAway.TrySetResult();
            base.Dispose(disposing);
        }
    }
}

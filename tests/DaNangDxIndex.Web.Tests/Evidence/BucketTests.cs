using System.Net;
using System.Security.Cryptography;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Backups;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Evidence;

/// <summary>Evidence in a bucket of an object store: the same store for everybody who uses it, and a clear word while it is away.</summary>
public sealed class BucketTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly FakeObjectStore _store = new();
    private readonly TestApp _app = new();
    private OpenEdition _edition = null!;
    private Shelf _shelf = null!;

    public async Task InitializeAsync()
    {
        _app.Settings["DX_EVIDENCE_S3"] = _store.Address;
        _app.Settings["DX_EVIDENCE_S3_KEY"] = FakeObjectStore.Key;
        _app.Settings["DX_EVIDENCE_S3_SECRET"] = FakeObjectStore.Secret;
        _app.Settings["DX_EVIDENCE_S3_SECONDS"] = "1";
        await _app.InitializeAsync();
        _edition = await OpenEdition.AddAsync(_app);
        _shelf = await Shelf.OfAsync(_app, _edition);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _app.DisposeAsync();
        await DisposeAsync();
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_file_lies_in_the_bucket_under_its_digest_and_is_handed_out_whole_and_in_parts()
    {
        var content = Shelf.Pdf(new string('a', 200_000));
        var piece = await _shelf.UploadedAsync(content);

        var name = _store.Objects.Keys.ShouldHaveSingleItem();
        name.ShouldEndWith($"/{Digest(content)[..2]}/{Digest(content)}");
        _store.Objects[name].Content.ShouldBe(content);
        (await _shelf.Visitor.Http.GetByteArrayAsync(File(piece))).ShouldBe(content);
        using var asked = new HttpRequestMessage(HttpMethod.Get, File(piece));
        asked.Headers.Range = new(100_000, 100_099);
        using var part = await _shelf.Visitor.Http.SendAsync(asked);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync()).ShouldBe(content[100_000..100_100]);
    }

    [Fact]
    public async Task While_the_store_is_away_nothing_is_taken_or_lost_and_documents_are_cited()
    {
        var piece = await _shelf.UploadedAsync();
        _store.IsAway = true;

        using var refused = await _shelf.UploadAsync(Shelf.Pdf(), "ke-hoach.pdf");
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ((string?)(await Shelf.BodyAsync(refused))["type"]).ShouldBe("/problems/evidence.store-away");
        using var page = await _shelf.SendPageAsync(
            $"{_shelf.Folder}/new?handler=File", Shelf.Pdf(), "a.pdf", ("title", "Kế hoạch của tôi"));
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await page.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(
            told => told.ShouldContain("Kho lưu tệp tạm thời không truy cập được"), told => told.ShouldContain("Kế hoạch của tôi"));
        using var download = await _shelf.Visitor.Http.GetAsync(File(piece));
        download.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await _shelf.CitedAsync("12/BC-UBND");
        (await FilesKnownAsync()).ShouldBe(1);

        _store.IsAway = false;
        await _shelf.UploadedAsync();
        using var back = await _shelf.Visitor.Http.GetAsync(File(piece));
        back.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_store_that_is_slow_is_waited_for_no_longer_than_was_said()
    {
        var patience = new TaskCompletionSource();
        _store.Patience = patience.Task;
        using var refused = await _shelf.UploadAsync(Shelf.Pdf(), "ke-hoach.pdf");
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, _app.Failures);
        (await FilesKnownAsync()).ShouldBe(0);
        patience.SetResult();
    }

    [Fact]
    public async Task A_file_that_breaks_off_does_not_look_whole()
    {
        var piece = await _shelf.UploadedAsync(Shelf.Pdf(new string('a', 400_000)));
        _store.BreaksOff = true;
        await Should.ThrowAsync<Exception>(() => _shelf.Visitor.Http.GetByteArrayAsync(File(piece)));
    }

    [Fact]
    public async Task Another_key_is_refused_and_the_store_is_told_to_be_away()
    {
        using var stranger = _store.Place(Path.GetTempPath(), "another");
        await Should.ThrowAsync<StoreAway>(() => stranger.OpenAsync("a", CancellationToken.None));
        _store.Answered.ShouldContain("GET 403");
    }

    [Fact]
    public async Task Orphans_are_swept_after_an_hour_page_by_page_and_a_check_finds_what_is_missing_and_changed()
    {
        foreach (var _ in Enumerable.Range(0, 3))
            await _shelf.UploadedAsync();
        var known = _store.Objects.Keys.Order(StringComparer.Ordinal).ToList();
        var folder = known[0].Split('/')[0];
        string[] orphans = [$"{folder}/00/{new string('0', 64)}", $"{folder}/ff/{new string('f', 64)}"];
        var fresh = $"{folder}/aa/{new string('a', 64)}";
        foreach (var name in orphans.Append(fresh))
            _store.Objects[name] = new([1], DateTimeOffset.UtcNow);
        foreach (var name in known.Concat(orphans))
            _store.Age(name, TimeSpan.FromHours(2));

        (await _app.InTenantAsync("da-nang", at => at.GetRequiredService<SweepStore>().HandleAsync(CancellationToken.None))).ShouldBe(2);

        _store.Objects.Keys.ShouldBe([.. known, fresh], ignoreOrder: true);
        _store.Objects.TryRemove(known[0], out _);
        _store.Objects[known[1]] = new([2], DateTimeOffset.UtcNow);
        (await _app.InTenantAsync("da-nang", at => at.GetRequiredService<VerifyStore>().HandleAsync(CancellationToken.None))).Faults
            .ShouldBe([$"missing {Path.GetFileName(known[0])}", $"changed {Path.GetFileName(known[1])}"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_backup_takes_its_files_out_of_the_bucket_and_a_restore_lays_them_back()
    {
        await _shelf.UploadedAsync();
        var name = _store.Objects.Keys.Single();
        var content = _store.Objects[name].Content;
        var bucket = _app.Services.GetRequiredService<EvidenceStore>().Place;
        var folder = FolderOfFiles.Writable(Path.Combine(Path.GetTempPath(), $"dx-copies-{Guid.NewGuid():N}"));
        try
        {
            var copies = new EvidenceCopies(bucket, folder);
            (await copies.CopyAsync(name, CancellationToken.None)).ShouldBe(EvidenceCopies.Outcome.Copied);
            (await copies.CopyAsync(name, CancellationToken.None)).ShouldBe(EvidenceCopies.Outcome.Kept);
            _store.Objects.Clear();
            (await new EvidenceCopies(folder, bucket).CopyAsync(name, CancellationToken.None)).ShouldBe(EvidenceCopies.Outcome.Copied);
            _store.Objects[name].Content.ShouldBe(content);
        }
        finally
        {
            Directory.Delete(folder.Address, recursive: true);
        }
    }

    private Uri File(Guid piece) =>
        new($"/da-nang/api/v1/agencies/{_edition.Agency}/evidence/{piece}/revisions/1/file", UriKind.Relative);

    private Task<int> FilesKnownAsync() => _app.InDatabaseAsync("da-nang", db => db.Set<StoredFile>().CountAsync());

    private static string Digest(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

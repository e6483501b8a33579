using System.Net;
using System.Security.Cryptography;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Evidence;

/// <summary>What lies in the store and what does not: half a file never, a refused one never, one that no row knows not for long.</summary>
public sealed class EvidenceStoreTests : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"dx-store-{Guid.NewGuid():N}");
    private readonly TestApp _app = new();

    public async Task InitializeAsync()
    {
        _app.Settings["DX_EVIDENCE"] = _folder;
        await _app.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_file_lies_under_its_digest_once()
    {
        var content = Shelf.Pdf();
        foreach (var _ in Enumerable.Range(0, 2))
            (await TakeAsync(content)).Digest.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));

        Files().ShouldHaveSingleItem().ShouldEndWith(Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    [Fact]
    public async Task The_same_content_again_is_no_orphan_before_its_row_is_written()
    {
        var content = Shelf.Pdf();
        await TakeAsync(content);
        File.SetLastWriteTimeUtc(Files().ShouldHaveSingleItem(), DateTime.UtcNow.AddHours(-2));

        await TakeAsync(content);

        (await SweepAsync()).ShouldBe(0);
        Files().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_refused_or_breaks_off_leaves_nothing()
    {
        (await Should.ThrowAsync<RuleViolation>(() => TakeAsync(new byte[100]))).Code.ShouldBe("evidence.wrong-type");
        (await Should.ThrowAsync<RuleViolation>(() => TakeAsync(new byte[FolderRules.LargestFile + 1])))
            .Code.ShouldBe("evidence.too-large");
        await Should.ThrowAsync<IOException>(() => _app.InTenantAsync("da-nang", at => at.GetRequiredService<EvidenceStore>()
            .TakeAsync(at.GetRequiredService<CurrentTenant>().Required, new BrokenStream(), CancellationToken.None)));

        Files().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("taken off")]
    [InlineData("not writable")]
    public async Task While_the_disk_is_away_nothing_is_taken_or_lost_and_it_is_told_as_of_a_bucket(string how)
    {
        var edition = await OpenEdition.AddAsync(_app);
        var shelf = await Shelf.OfAsync(_app, edition);
        var piece = await shelf.UploadedAsync();
        var file = new Uri($"/da-nang/api/v1/agencies/{edition.Agency}/evidence/{piece}/revisions/1/file", UriKind.Relative);
        var (incoming, elsewhere) = (Path.Combine(_folder, "incoming"), $"{_folder}-elsewhere");
        Directory.Move(how == "taken off" ? _folder : incoming, elsewhere);
        if (how == "not writable")
            await File.WriteAllBytesAsync(incoming, []);

        using var refused = await shelf.UploadAsync(Shelf.Pdf(), "ke-hoach.pdf");
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ((string?)(await Shelf.BodyAsync(refused))["type"]).ShouldBe("/problems/evidence.store-away");
        using var page = await shelf.SendPageAsync(
            $"{shelf.Folder}/new?handler=File", Shelf.Pdf(), "a.pdf", ("title", "Kế hoạch của tôi"));
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await page.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(
            told => told.ShouldContain("Kho lưu tệp tạm thời không truy cập được"), told => told.ShouldContain("Kế hoạch của tôi"));
        using (var download = await shelf.Visitor.Http.GetAsync(file))
            download.StatusCode.ShouldBe(how == "taken off" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);
        await shelf.CitedAsync("12/BC-UBND");
        await Should.ThrowAsync<StoreAway>(SweepAsync);

        if (how == "not writable")
            File.Delete(incoming);
        Directory.Move(elsewhere, how == "taken off" ? _folder : incoming);
        await shelf.UploadedAsync();
        using var back = await shelf.Visitor.Http.GetAsync(file);
        back.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Orphans_of_killed_uploads_are_swept_after_an_hour_and_nothing_else_is()
    {
        var (kept, orphan, fresh) = (await TakeAsync(Shelf.Pdf()), await TakeAsync(Shelf.Pdf()), await TakeAsync(Shelf.Pdf()));
        await _app.InDatabaseAsync("da-nang", db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO stored_file (digest, size, type, scan, stored_at)
            VALUES ({kept.Digest}, {kept.Size}, 'pdf', 'unscanned', now())
            """));
        var half = Path.Combine(_folder, "incoming", "half");
        await File.WriteAllBytesAsync(half, [1]);
        foreach (var old in Files().Where(file => !file.EndsWith(fresh.Digest, StringComparison.Ordinal)))
            File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));

        (await SweepAsync()).ShouldBe(2);

        Files().Select(Path.GetFileName).ShouldBe([kept.Digest, fresh.Digest], ignoreOrder: true);
        (await SweepAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_check_of_the_store_finds_what_is_missing_and_what_was_changed()
    {
        var (whole, changed, missing) = (await TakeAsync(Shelf.Pdf()), await TakeAsync(Shelf.Pdf()), await TakeAsync(Shelf.Pdf()));
        foreach (var file in new[] { whole, changed, missing })
            await _app.InDatabaseAsync("da-nang", db => db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO stored_file (digest, size, type, scan, stored_at)
                VALUES ({file.Digest}, {file.Size}, 'pdf', 'unscanned', now())
                """));
        await File.AppendAllTextAsync(Files().Single(file => file.EndsWith(changed.Digest, StringComparison.Ordinal)), "x");
        File.Delete(Files().Single(file => file.EndsWith(missing.Digest, StringComparison.Ordinal)));

        var outcome = await _app.InTenantAsync("da-nang", at => at.GetRequiredService<VerifyStore>().HandleAsync(CancellationToken.None));

        outcome.Files.ShouldBe(3);
        outcome.Faults.ShouldBe([$"changed {changed.Digest}", $"missing {missing.Digest}"], ignoreOrder: true);
    }

    private Task<ReceivedFile> TakeAsync(byte[] content) => _app.InTenantAsync("da-nang", at => at.GetRequiredService<EvidenceStore>()
        .TakeAsync(at.GetRequiredService<CurrentTenant>().Required, new MemoryStream(content), CancellationToken.None));

    private Task<int> SweepAsync() =>
        _app.InTenantAsync("da-nang", at => at.GetRequiredService<SweepStore>().HandleAsync(CancellationToken.None));

    private List<string> Files() => [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)];

    /// <summary>An upload whose sender goes away in the middle.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ++_reads > 3 ? throw new IOException("The client is gone.") : ValueTask.FromResult(buffer.Length);
    }
}

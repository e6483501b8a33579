using System.Net;
using System.Text;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Evidence.Scanning;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Evidence;

/// <summary>The scanner clean, found, stopped, slow and talking nonsense: nobody else gets a file before it was found clean.</summary>
public sealed class ScanningTests : ScannedTests
{
    [Fact]
    public async Task A_file_goes_to_its_appraiser_only_when_it_was_found_clean()
    {
        var answer = new TaskCompletionSource();
        Clamd.Patience = answer.Task;
        var shown = await SubmittedAsync(Shelf.Pdf());

        (await shown.AsAppraiserAsync(App)).ShouldBe(HttpStatusCode.Conflict, "the scanner takes its time");
        (await shown.AsOwnerAsync()).ShouldBe(HttpStatusCode.OK, "who has it anyway may have it");
        (await BenchAsync(shown)).ShouldContain("Chưa quét mã độc");
        answer.SetResult();
        await ScanAsync();

        (await shown.AsAppraiserAsync(App)).ShouldBe(HttpStatusCode.OK);
        (await BenchAsync(shown)).ShouldNotContain("Chưa quét mã độc");
    }

    [Fact]
    public async Task What_is_found_goes_to_nobody_proves_nothing_and_stands_in_the_trail()
    {
        var edition = await OpenEdition.AddAsync(App, evidenceFor: "A.2");
        var assessor = await Shelf.OfAsync(App, edition);
        await (await Saving.AsAsync(edition, assessor.Visitor)).SavedAsync("coverage", "98,06");
        var piece = await assessor.UploadedAsync([.. Shelf.Pdf(), .. Encoding.ASCII.GetBytes($"% {FakeClamd.Eicar}\n%%EOF\n")]);
        using (await assessor.AttachAsync(edition, piece, "A.2"))
            await ScanAsync();

        using var file = await assessor.Visitor.GetApiAsync($"agencies/{edition.Agency}/evidence/{piece}/revisions/1/file");
        ((await Shelf.BodyAsync(file))["type"]?.GetValue<string>()).ShouldBe("/problems/evidence.infected");
        ((await assessor.ShownAsync(edition, "A.2"))["owed"]?.GetValue<bool>()).ShouldBe(true);
        (await assessor.Visitor.OpenAsync(assessor.Folder)).Body.ShouldNotBeNull()
            .TextContent.ShouldContain("Có mã độc (Eicar-Test-Signature)");
        (await App.InDatabaseAsync("da-nang", db => db.Set<AuditEntry>().CountAsync(entry => entry.Verb == "evidence.infected")))
            .ShouldBe(1);
    }

    [Fact]
    public async Task A_scanner_that_is_stopped_or_talks_nonsense_leaves_files_unscanned_until_it_is_back()
    {
        Clamd.Nonsense = "HTTP/1.1 400 Bad Request";
        var shown = await SubmittedAsync(Shelf.Pdf());
        await Should.ThrowAsync<ScannerAway>(ScanAsync);
        var stopped = new Clamd("127.0.0.1:1");
        await Should.ThrowAsync<ScannerAway>(() => stopped.ScanAsync(new MemoryStream([1]), CancellationToken.None));
        (await shown.AsAppraiserAsync(App)).ShouldBe(HttpStatusCode.Conflict);

        Clamd.Nonsense = null;
        await ScanAsync();

        (await shown.AsAppraiserAsync(App)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_file_that_the_scanner_will_not_judge_stays_unscanned_and_holds_up_no_other()
    {
        Clamd.Nonsense = "INSTREAM size limit exceeded. ERROR";
        var large = await SubmittedAsync(Shelf.Pdf("large"));
        await ScanAsync();
        Clamd.Nonsense = null;
        var next = await SubmittedAsync(Shelf.Pdf("next"));
        await ScanAsync();

        (await next.AsAppraiserAsync(App)).ShouldBe(HttpStatusCode.OK);
        (await large.AsAppraiserAsync(App)).ShouldBe(HttpStatusCode.Conflict, "it is tried again later");
    }

    [Fact]
    public async Task The_office_is_told_only_where_nobody_scans()
    {
        (await (await App.SignedInAsync(Role.Office)).OpenAsync("/work")).Body.ShouldNotBeNull()
            .TextContent.ShouldNotContain("quét mã độc");
        var bare = new TestApp();
        await bare.InitializeAsync();
        (await (await bare.SignedInAsync(Role.Office)).OpenAsync("/work")).Body.ShouldNotBeNull().TextContent.ShouldContain("quét mã độc");
        await bare.DisposeAsync();
    }

    /// <summary>Until nothing waits any more; the worker of the program may have been there first.</summary>
    private Task<int> ScanAsync() => App.InTenantAsync("da-nang",
        at => at.GetRequiredService<ScanWork>().RunAsync(CancellationToken.None));

    private async Task<string> BenchAsync(Handed shown) => (await (await App.SignedInAsync(Role.Appraiser))
        .OpenAsync($"/appraisal/{shown.Edition.Year}/{shown.Edition.Agency}?criterion=A.2")).Body.ShouldNotBeNull().TextContent;

    private async Task<Handed> SubmittedAsync(byte[] content)
    {
        var edition = await OpenEdition.AddAsync(App);
        var (assessor, approver) = (await Shelf.OfAsync(App, edition), await Shelf.OfAsync(App, edition, Role.Approver));
        var piece = await assessor.UploadedAsync(content);
        using (await assessor.AttachAsync(edition, piece, "A.2"))
        using (var submitted = await approver.ActAsync(edition, "submit"))
            submitted.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new(edition, assessor, piece, await assessor.AttachmentAsync(edition, "A.2", piece));
    }

    private sealed record Handed(OpenEdition Edition, Shelf Assessor, Guid Piece, Guid Attachment)
    {
        public async Task<HttpStatusCode> AsAppraiserAsync(TestApp app)
        {
            using var answer = await (await app.SignedInAsync(Role.Appraiser)).GetApiAsync(
                $"editions/{Edition.Year}/agencies/{Edition.Agency}/appraisal/evidence/{Attachment}/revisions/1/file");
            return answer.StatusCode;
        }

        public async Task<HttpStatusCode> AsOwnerAsync()
        {
            using var answer = await Assessor.Visitor.GetApiAsync($"agencies/{Edition.Agency}/evidence/{Piece}/revisions/1/file");
            return answer.StatusCode;
        }
    }
}

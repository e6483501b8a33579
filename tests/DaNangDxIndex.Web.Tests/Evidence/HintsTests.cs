using System.Security.Cryptography;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Evidence;

/// <summary>What is worth a second look is said, nothing is refused for it, and no other agency is named.</summary>
public sealed class HintsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_file_that_another_agency_uses_or_that_was_used_before_is_marked()
    {
        var (before, now) = (await OpenEdition.AddAsync(app), await OpenEdition.AddAsync(app));
        var assessor = await Shelf.OfAsync(app, now);
        var content = Shelf.Pdf();
        var piece = await assessor.UploadedAsync(content);
        await AddElsewhereAsync(content);
        using (await assessor.AttachAsync(before, piece, "A.1"))
        using (await assessor.AttachAsync(now, piece, "A.1"))
        {
            var page = (await assessor.Visitor.OpenAsync($"{now.Path}/criteria/A.1/evidence")).QuerySelector(".attached").ShouldNotBeNull()
                .TextContent;

            page.ShouldContain("Một cơ quan khác cũng dùng đúng tệp này.");
            page.ShouldContain($"đã được dùng cho kỳ đánh giá năm {before.Year}");
            page.ShouldNotContain("another-agency");
        }
    }

    [Fact]
    public async Task A_document_of_another_year_and_a_number_that_is_cited_already_are_marked()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Shelf.OfAsync(app, edition);
        await assessor.CitedAsync("77/KH-UBND", $"05/03/{edition.Year}");
        var piece = await assessor.CitedAsync("77/kh-ubnd", "05/03/2025");
        using (await assessor.AttachAsync(edition, piece, "A.1"))
        {
            var page = (await assessor.Visitor.OpenAsync($"{edition.Path}/criteria/A.1/evidence")).QuerySelector(".attached")
                .ShouldNotBeNull().TextContent;

            page.ShouldContain($"Ngày ban hành không thuộc năm {edition.Year}.");
            page.ShouldContain("đã được viện dẫn ở một tài liệu khác");
        }
    }

    /// <summary>The same content in the folder of an agency that nobody of the test belongs to.</summary>
    private Task<int> AddElsewhereAsync(byte[] content) => app.InDatabaseAsync("da-nang", async db =>
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        var (by, id) = (await db.Set<Account>().Select(account => account.Id).FirstAsync(), Guid.CreateVersion7());
        db.Add(new Piece(id, "another-agency", PieceKind.File, by, DateTimeOffset.UtcNow));
        db.Add(PieceRevision.OfFile(id, 1, "Của cơ quan khác", digest, "x.pdf", by, DateTimeOffset.UtcNow));
        return await db.SaveChangesAsync();
    });
}

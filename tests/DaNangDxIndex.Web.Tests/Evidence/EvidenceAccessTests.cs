using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Evidence;

/// <summary>
/// Every file as every role, from the own agency and from others, of the field and of another, of this tenant and of the next.
/// </summary>
public sealed class EvidenceAccessTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_file_is_for_its_agency_and_for_those_who_appraise_its_criterion()
    {
        var edition = await OpenEdition.AddAsync(app, fieldOf: ("A.2", "vp-ubnd"));
        var assessor = await Shelf.OfAsync(app, edition);
        var (own, others) = (await assessor.UploadedAsync(), await assessor.UploadedAsync());
        using (await assessor.AttachAsync(edition, own, "A.1"))
        using (await assessor.AttachAsync(edition, others, "A.2"))
            (await AppraiserAsync(Role.LeadAppraiser, edition, await assessor.AttachmentAsync(edition, "A.1", own)))
                .ShouldBe(HttpStatusCode.NotFound, "nothing was handed in yet");
        using (await (await Shelf.OfAsync(app, edition, Role.Approver)).ActAsync(edition, "submit"))
            (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
        var (ofA1, ofA2) = (await assessor.AttachmentAsync(edition, "A.1", own), await assessor.AttachmentAsync(edition, "A.2", others));

        foreach (var role in Enum.GetValues<Role>())
        {
            (await FolderAsync(role, edition, own)).ShouldBe(
                role is Role.Assessor or Role.Approver ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"folder as {role}");
            (await AppraiserAsync(role, edition, ofA1)).ShouldBe(
                role is Role.Appraiser or Role.LeadAppraiser ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"A.1 as {role}");
            (await AppraiserAsync(role, edition, ofA2)).ShouldBe(
                role switch { Role.LeadAppraiser => HttpStatusCode.OK, Role.Appraiser => HttpStatusCode.NotFound,
                    _ => HttpStatusCode.Forbidden }, $"A.2 as {role}");
        }
        var bench = (await (await app.SignedInAsync(Role.Appraiser))
            .OpenAsync($"/appraisal/{edition.Year}/{edition.Agency}?criterion=A.2")).Body.ShouldNotBeNull();
        bench.QuerySelector("iframe").ShouldBeNull("another field");
        bench.TextContent.ShouldContain("do người thẩm định thuộc lĩnh vực xem");
    }

    [Fact]
    public async Task Guessed_and_foreign_ids_are_not_there()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Shelf.OfAsync(app, edition);
        var piece = await assessor.UploadedAsync();
        using (await assessor.AttachAsync(edition, piece, "A.1"))
        using (await (await Shelf.OfAsync(app, edition, Role.Approver)).ActAsync(edition, "submit"))
            (await FolderAsync(Role.Assessor, edition, Guid.NewGuid())).ShouldBe(HttpStatusCode.NotFound);
        (await FolderAsync(Role.Assessor, edition, piece, revision: 2)).ShouldBe(HttpStatusCode.NotFound);
        (await AppraiserAsync(Role.LeadAppraiser, edition, Guid.NewGuid())).ShouldBe(HttpStatusCode.NotFound);
        (await AppraiserAsync(Role.LeadAppraiser, edition, await assessor.AttachmentAsync(edition, "A.1", piece), "another-agency"))
            .ShouldBe(HttpStatusCode.NotFound);
        (await FolderAsync(Role.Assessor, edition, piece, agency: "another-agency")).ShouldBe(HttpStatusCode.Forbidden);
        using (var attached = await assessor.AttachAsync(edition, Guid.NewGuid(), "A.1"))
            attached.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_piece_of_another_tenant_is_not_there_even_under_its_own_id()
    {
        var piece = await (await Shelf.OfAsync(app, await OpenEdition.AddAsync(app))).UploadedAsync();
        var neighbour = await app.SignedInAsync(Role.Assessor, "khanh-hoa");

        using var file = await neighbour.GetApiAsync($"agencies/kh-p-loc-tho/evidence/{piece}/revisions/1/file");

        file.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpStatusCode> FolderAsync(Role role, OpenEdition edition, Guid piece, int revision = 1, string? agency = null)
    {
        using var answer = await (await app.SignedInAsync(role))
            .GetApiAsync($"agencies/{agency ?? edition.Agency}/evidence/{piece}/revisions/{revision}/file");
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> AppraiserAsync(Role role, OpenEdition edition, Guid attachment, string? agency = null)
    {
        using var answer = await (await app.SignedInAsync(role)).GetApiAsync(
            $"editions/{edition.Year}/agencies/{agency ?? edition.Agency}/appraisal/evidence/{attachment}/revisions/1/file");
        return answer.StatusCode;
    }
}

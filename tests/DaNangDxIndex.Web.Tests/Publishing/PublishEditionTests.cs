using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Publishing;

/// <summary>The signatory's act: what may be signed, and when.</summary>
public sealed class PublishEditionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_was_previewed_is_published_under_its_decision()
    {
        var edition = await FinalAsync();
        var signatory = await app.SignedInAsync(Role.Signatory);
        var preview = await signatory.OpenAsync($"/editions/{edition.Year}/preview");
        preview.QuerySelector($"a[href$='{Signing.Findings(edition)}']").ShouldNotBeNull();

        using var answer = await signatory.SendFormAsync(edition.Publish, Signing.Decision(), "main form");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var done = await signatory.OpenAsync(answer.Headers.Location.ShouldNotBeNull().ToString());
        done.Body.ShouldNotBeNull().TextContent.ShouldContain("684/QĐ-UBND");
        var publication = await Signing.PublicationAsync(app, edition);
        var document = PublishedEditionJson.Read(publication.Canonical).Document.ShouldNotBeNull();
        document.Citation.ShouldBe(new("Quyết định số 684/QĐ-UBND ngày 05/03/2027", "Decision 684/QĐ-UBND of 5 March 2027"));
        (publication.Number, document.Issuer.Vi, document.Annex).ShouldBe((1, "Chủ tịch Ủy ban nhân dân thành phố Đà Nẵng", "I"));
        done.Body.TextContent.ShouldContain(publication.Digest);
        (await edition.EditionAsync()).Stage.ShouldBe(EditionStage.Published);
        var told = (await edition.TrailAsync()).Single(entry => entry.Verb == "edition.publish");
        told.Before.ShouldBe("""{"stage": "final"}""");
        told.After.ShouldNotBeNull().ShouldContain(publication.Digest);
    }

    [Fact]
    public async Task Where_the_tenant_wants_two_one_signatory_asks_and_another_one_who_has_read_the_findings_publishes()
    {
        var edition = await FinalAsync();
        await app.WantTwoAsync("da-nang", FourEyes.Publication);
        try
        {
            var (first, second) = (await app.SignedInAsync(Role.Signatory), await app.SecondSignatoryAsync("signs-second"));
            await Signing.AcknowledgeAsync(first, edition);
            using var asked = await first.SendFormAsync(edition.Publish, Signing.Decision(), "main form");
            (asked.Headers.Location?.ToString()).ShouldNotBeNull().ShouldContain("/proposals?done=asked");
            (await edition.EditionAsync()).Stage.ShouldBe(EditionStage.Final);
            var proposal = await app.ProposalAsync($"editions/{edition.Year}");
            await ToldInPlaceOfTheButtonAsync(first, edition);
            (await first.SettleProposalAsync(proposal, confirmed: true)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

            if (Signing.Offered(await second.OpenAsync(Signing.Findings(edition))).Count > 0)
                (await second.SettleProposalAsync(proposal, confirmed: true)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await edition.EditionAsync()).Stage.ShouldBe(EditionStage.Final);
            await Signing.AcknowledgeAsync(second, edition);
            using var done = await second.SettleProposalAsync(proposal, confirmed: true);

            done.StatusCode.ShouldBe(HttpStatusCode.Redirect, await done.Content.ReadAsStringAsync());
            (await edition.EditionAsync()).Stage.ShouldBe(EditionStage.Published);
            var document = PublishedEditionJson.Read((await Signing.PublicationAsync(app, edition)).Canonical).Document.ShouldNotBeNull();
            document.Number.ShouldBe("684/QĐ-UBND");
            (await edition.TrailAsync()).Select(entry => entry.Verb).Where(verb => verb.StartsWith("proposal", StringComparison.Ordinal)
                || verb == "edition.publish").ShouldBe(["proposal.ask", "proposal.confirm", "edition.publish"]);
        }
        finally
        {
            await app.WantTwoAsync("da-nang");
        }
    }

    /// <summary>Whoever asked reads who has to confirm it, wherever the button to sign stood.</summary>
    private static async Task ToldInPlaceOfTheButtonAsync(Visitor asker, RunningEdition edition)
    {
        foreach (var page in new[] { edition.Publish, Signing.Findings(edition) })
        {
            var shown = await asker.OpenAsync(page);
            var told = shown.QuerySelector("#proposed").ShouldNotBeNull(page);
            told.TextContent.ShouldContain("Võ Văn Ký đề nghị lúc ");
            told.TextContent.ShouldContain("Người xác nhận được: ");
            told.QuerySelector("a[href$='/proposals']").ShouldNotBeNull();
            shown.QuerySelector("main form[action*=publish], main a[href$='/publish']").ShouldBeNull(page);
        }
        var duties = (await asker.OpenAsync("/work")).QuerySelector("main").ShouldNotBeNull().TextContent;
        duties.ShouldContain($"Đã đề nghị công bố kết quả năm {edition.Year}, chờ người thứ hai xác nhận");
        duties.ShouldNotContain($"Ký công bố kết quả năm {edition.Year}");
    }

    [Fact]
    public async Task Other_results_than_those_on_screen_are_not_signed()
    {
        var edition = await FinalAsync();
        await TestApp.AskAsync<int>(
            app.Superuser,
            $"UPDATE figure_entry SET declared = '60' WHERE year = {edition.Year} AND figure = 'files-online' AND agency = "
                + $"'{RunningEdition.Third}'");
        var signatory = await app.SignedInAsync(Role.Signatory);
        await Signing.AcknowledgeAsync(signatory, edition);
        var shown = await signatory.OpenAsync(edition.Publish);
        await TestApp.AskAsync<int>(
            app.Superuser,
            $"UPDATE figure_entry SET declared = '20' WHERE year = {edition.Year} AND figure = 'files-online' AND agency = "
                + $"'{RunningEdition.Third}'");

        var seen = (shown.QuerySelector("input[name=Seen]") as IHtmlInputElement).ShouldNotBeNull().Value;
        using var answer = await signatory.PostAsync(edition.Publish, new(Signing.Decision()) { ["Seen"] = seen });

        var page = await RefusedAsync(answer, "Kết quả đã thay đổi sau khi mở trang.");
        (page.QuerySelector("input[name=Seen]") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldNotBe(seen);
        (page.GetElementById("Number") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldBe("684/QĐ-UBND");
        (await CountAsync(edition)).ShouldBe(0);
    }

    [Theory]
    [InlineData("Number", "684", "Viết số, ký hiệu của văn bản như 684/QĐ-UBND")]
    [InlineData("Number", "", "Nhập số, ký hiệu của văn bản.")]
    [InlineData("Date", "", "Nhập ngày ban hành văn bản.")]
    [InlineData("Date", "5 tháng 3", "Viết ngày ban hành như 05/03/2027.")]
    [InlineData("Issuer", "", "Nhập tên cơ quan, người ban hành")]
    [InlineData("IssuerEn", "", "Nhập tên cơ quan, người ban hành")]
    [InlineData("Annex", "1", "Viết số phụ lục bằng chữ số La Mã")]
    public async Task A_document_that_is_half_or_misspelt_is_refused_and_kept(string field, string typed, string why)
    {
        var edition = await FinalAsync();
        var signatory = await app.SignedInAsync(Role.Signatory);
        using var answer = await signatory.SendFormAsync(edition.Publish, new(Signing.Decision()) { [field] = typed }, "main form");

        var page = await RefusedAsync(answer, "");
        var wrong = (page.GetElementById(field) as IHtmlInputElement).ShouldNotBeNull();
        wrong.Closest(".govuk-form-group").ShouldNotBeNull().QuerySelector(".govuk-error-message").ShouldNotBeNull().TextContent
            .ShouldContain(why);
        wrong.Value.ShouldBe(typed);
    }

    [Fact]
    public async Task The_kind_of_document_stands_wherever_the_results_are_cited()
    {
        var edition = await FinalAsync();
        var signatory = await app.SignedInAsync(Role.Signatory);
        using var answer = await signatory.SendFormAsync(
            edition.Publish, new(Signing.Decision("123/TB-UBND")) { ["Kind"] = nameof(DocumentKind.Notice), ["Annex"] = "" }, "main form");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var code = await app.InDatabaseAsync("da-nang", db =>
            db.Set<ScorecardCode>().Where(code => code.Year == edition.Year && code.Agency == RunningEdition.Agency)
                .Select(code => code.Code)
                .SingleAsync());

        var agency = $"/editions/{edition.Year}/agencies/{RunningEdition.Agency}";
        foreach (var page in new[] { answer.Headers.Location.ShouldNotBeNull().ToString(), $"/editions/{edition.Year}", agency })
            (await signatory.OpenAsync(page)).Body.ShouldNotBeNull().TextContent
                .ShouldContain("Thông báo số 123/TB-UBND ngày 05/03/2027", customMessage: page);
        var verified = await app.Visitor().Http.GetStringAsync(new Uri($"/verify/{code}", UriKind.Relative));
        WebUtility.HtmlDecode(verified).ShouldContain("Thông báo số 123/TB-UBND ngày 05/03/2027");
        PublishedEditionJson.Read((await Signing.PublicationAsync(app, edition)).Canonical).Document.ShouldNotBeNull().Annex.ShouldBeNull();
    }

    [Fact]
    public async Task Real_results_are_not_published_without_a_document()
    {
        var edition = await FinalAsync();
        var signatory = await app.SignedInAsync(Role.Signatory);
        await RefusedAsync(
            await signatory.SendFormAsync(edition.Publish, [], "main form"), "Kết quả thật chỉ được công bố kèm theo văn bản.");
        (await CountAsync(edition)).ShouldBe(0);
    }

    [Fact]
    public async Task A_sample_bears_no_real_document()
    {
        var edition = await FinalAsync(illustrative: true);
        var signatory = await app.SignedInAsync(Role.Signatory);
        (await signatory.OpenAsync(edition.Publish)).GetElementById("Number").ShouldBeNull();
        using var answer = await signatory.SendFormAsync(edition.Publish, Signing.Decision(), "main form");
        await RefusedAsync(answer, "không được gắn với văn bản thật");

        using var demo = await signatory.SendFormAsync(edition.Publish, [], "main form");
        demo.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        PublishedEditionJson.Read((await Signing.PublicationAsync(app, edition)).Canonical).Document.ShouldBeNull();
    }

    [Fact]
    public async Task Before_everything_is_final_nothing_is_published()
    {
        var edition = await RunningEdition.AddAsync(app);
        var signatory = await app.SignedInAsync(Role.Signatory);
        (await signatory.OpenAsync(edition.Publish)).QuerySelector("main form").ShouldBeNull();
        var seen = await app.InTenantAsync("da-nang", async services =>
            (await services.GetRequiredService<EditionResults>().ReviewAsync(edition.Year, CancellationToken.None)).Digest);

        using var answer = await signatory.PostAsync(edition.Publish, new() { ["Seen"] = seen });
        await RefusedAsync(answer, "Chỉ công bố khi tất cả hồ sơ đã có kết quả thẩm định cuối cùng.");
    }

    private async Task<RunningEdition> FinalAsync(bool illustrative = false)
    {
        var edition = await Signing.FinalAsync(app, illustrative);
        await Signing.AcknowledgeAsync(app, edition);
        return edition;
    }

    private Task<int> CountAsync(RunningEdition edition) =>
        app.InDatabaseAsync("da-nang", db => db.Set<Publication>().CountAsync(publication => publication.Year == edition.Year));

    private static async Task<IHtmlDocument> RefusedAsync(HttpResponseMessage answer, string why)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        page.Body.ShouldNotBeNull().TextContent.ShouldContain(why);
        return page;
    }
}

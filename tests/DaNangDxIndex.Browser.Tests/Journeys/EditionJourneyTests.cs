using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Journeys;

/// <summary>The product's main job, clicked through by everybody who has a part in it.</summary>
public sealed class EditionJourneyTests(ProductAsStarted product) : IClassFixture<ProductAsStarted>
{
    private const string Agency = "w25-hai-chau";
    private const string Sheet = $"/assessments/2025/{Agency}";

    [Fact]
    public async Task From_the_first_figure_to_the_published_table_and_its_scorecard()
    {
        var assessor = await product.PersonAsync();
        await assessor.SignInAsync("assessor");
        await EnterAsync(assessor);
        await ProveAsync(assessor);
        await Desk.AskForApprovalAsync(assessor, Sheet);

        var approver = await product.PersonAsync();
        await approver.SignInAsync("approver");
        await approver.OpenAsync($"{Sheet}/check");
        await approver.Page.Locator("form[action*='handler=Submit'] button").ClickAsync();
        await Assertions.Expect(approver.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("số liệu để trống");
        (await approver.AxeAsync()).ShouldBeEmpty();
        await approver.Page.Locator("form[action*='handler=Submit'] button").ClickAsync();
        await approver.ArriveAsync("/submitted");
        (await approver.AxeAsync()).ShouldBeEmpty();

        await assessor.OpenAsync($"{Sheet}/components/online-services");
        (await assessor.Page.Locator("[data-autosave]").CountAsync()).ShouldBe(0, "a submitted form is read-only");

        await LoadPenaltiesAsync();
        await AppraiseAsync();
        await CloseEditionAsync();
        await PublishAsync();
        await LookAsync();
        foreach (var person in new[] { assessor, approver })
            person.Faults.ShouldBeEmpty();
    }

    private static async Task EnterAsync(Person assessor)
    {
        await assessor.OpenAsync($"{Sheet}/components/online-services");
        await Desk.FillAsync(assessor, "files-received", "3.471");
        await Desk.FillAsync(assessor, "files-online", "3468");
        await assessor.Page.Locator("[data-criterion='5.2'] [data-points]").GetByText("6,00").WaitForAsync();

        await assessor.Page.FillAsync("[data-figure='files-settled'] input", "40.86");
        await assessor.Page.Keyboard.PressAsync("Tab");
        await assessor.Page.Locator("[data-figure='files-settled'] [data-error]:not(:empty)").WaitForAsync();
        (await assessor.Page.InputValueAsync("[data-figure='files-settled'] input")).ShouldBe("40.86", "what was typed stays");
        await Desk.FillAsync(assessor, "files-settled", "4086");
        await Desk.FillAsync(assessor, "files-on-time", "4077");
    }

    /// <summary>
    /// What is claimed is proved: one file for two criteria, uploaded for the first and taken from the folder for the second.
    /// </summary>
    private static async Task ProveAsync(Person assessor)
    {
        await assessor.OpenAsync($"{Sheet}/check");
        await assessor.Page.Locator("form[action*='handler=Ask'] button").ClickAsync();
        (await assessor.TextAsync()).ShouldContain("2 tiêu chí còn thiếu tài liệu kiểm chứng");
        (await assessor.AxeAsync()).ShouldBeEmpty();
        await assessor.Page.Locator("#owed-evidence ~ ul a").First.ClickAsync();
        await assessor.ArriveAsync("/criteria/5.2/evidence");
        await Desk.UploadAsync(assessor, Sheet, "5.2", "Báo cáo giải quyết thủ tục hành chính");
        (await assessor.AxeAsync()).ShouldBeEmpty();
        await Desk.AttachAsync(assessor, Sheet, "5.3");
    }

    /// <summary>Figures of penalty criteria come from the office; while one is blank, no round closes.</summary>
    private async Task LoadPenaltiesAsync()
    {
        var office = await product.PersonAsync();
        await office.SignInAsync("office");
        await StandingOffice.LoadAsync(
            office, 2025, $"{Agency},late-reports,1\n{Agency},false-figures,0\n{Agency},satisfaction,91.5\n");
    }

    private async Task AppraiseAsync()
    {
        var appraiser = await product.PersonAsync();
        await appraiser.SignInAsync("appraiser");
        await appraiser.OpenAsync("/appraisal/2025");
        await appraiser.Page.Locator($"a[href$='/appraisal/2025/{Agency}']").ClickAsync();
        await Bench.AcceptRestAsync(appraiser, Agency);
        (await appraiser.TextAsync()).ShouldContain("Đã chấp nhận");

        var lead = await product.PersonAsync();
        await lead.SignInAsync("leadAppraiser");
        await lead.OpenAsync($"/appraisal/2025/{Agency}?criterion=5.2");
        await LookAtEvidenceAsync(lead);
        await CorrectAsync(lead);
        await AcceptAgainAsync(lead);
        await SetPointsAsync(lead);
        await Bench.AcceptRestAsync(lead, Agency);
        await Bench.DecideMarkedAsync(lead, Agency);
        await lead.OpenAsync($"/appraisal/2025/{Agency}/round");
        await lead.PressAsync("Kết thúc thẩm định");
        (await lead.TextAsync()).ShouldContain("Đã kết thúc");
        lead.Faults.ShouldBeEmpty();
    }

    /// <summary>The file stands beside the figures, in a frame that our own page alone may show and in which nothing runs.</summary>
    private static async Task LookAtEvidenceAsync(Person lead)
    {
        (await lead.Page.InnerTextAsync(".bench-evidence")).ShouldContain("Báo cáo giải quyết thủ tục hành chính");
        var shown = (await lead.Page.GetAttributeAsync("iframe.preview-document", "src")).ShouldNotBeNull();
        var file = await lead.Page.APIRequest.GetAsync(new Uri(new Uri(lead.Page.Url), shown).AbsoluteUri);
        file.Status.ShouldBe(200);
        file.Headers["content-security-policy"].ShouldContain("sandbox; frame-ancestors 'self'");
    }

    /// <summary>The declared 3,468 becomes 2,776 of 3,471, which is under the target; both values stay on the bench.</summary>
    private static async Task CorrectAsync(Person lead)
    {
        var figure = lead.Page.Locator(".bench-figure", new() { Has = lead.Page.Locator("#value-files-online") });
        // By keyboard: while the document in the frame above is still being drawn, a click can go to it.
        await figure.Locator("summary").PressAsync("Enter");
        await figure.Locator("#value-files-online").FillAsync("2776");
        await figure.Locator("#reason-files-online").SelectOptionAsync("FigureContradicted");
        await figure.Locator("#sentence-files-online").FillAsync("Theo số liệu của Cổng dịch vụ công");
        await figure.GetByRole(AriaRole.Button, new() { Name = "Lưu số liệu điều chỉnh" }).ClickAsync();
        await Assertions.Expect(figure).ToContainTextAsync("2.776");
        await Assertions.Expect(figure).ToContainTextAsync("3.468");
        await Assertions.Expect(figure).ToContainTextAsync("Theo số liệu của Cổng dịch vụ công");
    }

    /// <summary>What was accepted on the old figure is decided again, one by one.</summary>
    private static async Task AcceptAgainAsync(Person lead)
    {
        await lead.Page.GotoAsync(lead.Path($"/appraisal/2025/{Agency}?criterion=5.2"));
        await lead.Page.CheckAsync("#decision-Accept");
        await lead.PressAsync("Lưu và sang tiêu chí tiếp theo");
        await Bench.LeftAsync(lead, "5.2");
    }

    private static async Task SetPointsAsync(Person lead)
    {
        await lead.Page.GotoAsync(lead.Path($"/appraisal/2025/{Agency}?criterion=1.1"));
        await lead.Page.CheckAsync("#decision-Points");
        await lead.Page.FillAsync("#Points", "1,5");
        await lead.PressAsync("Lưu và sang tiêu chí tiếp theo");
        await Assertions.Expect(lead.Page.Locator("main .govuk-error-summary")).ToBeFocusedAsync();
        (await lead.Page.TitleAsync()).ShouldStartWith("Lỗi:");
        await lead.Page.SelectOptionAsync("#Reason", "EvidenceInsufficient");
        await lead.Page.FillAsync("#Sentence", "Quyết định kiện toàn chưa gửi kèm.");
        await lead.PressAsync("Lưu và sang tiêu chí tiếp theo");
        await Bench.LeftAsync(lead, "1.1");
        (await lead.Page.TitleAsync()).ShouldNotStartWith("Lỗi:");
    }

    /// <summary>
    /// Everybody else did not submit. The office's own agency is recorded by the other office person: nobody acts on the own agency.
    /// </summary>
    private async Task CloseEditionAsync()
    {
        await product.PassNextDeadlineAsync(2025);
        foreach (var who in new[] { "office", "office2" })
        {
            var office = await product.PersonAsync();
            await office.SignInAsync(who);
            await StandingOffice.RecordNotSubmittedAsync(office, 2025, "Hết hạn nộp");
        }

        var mover = await product.PersonAsync();
        await mover.SignInAsync("office");
        await StandingOffice.MoveOnAsync(mover, 2025, "Thẩm định");
        await StandingOffice.MoveOnAsync(mover, 2025, "Chờ công bố");
    }

    private async Task PublishAsync()
    {
        var signatory = await product.PersonAsync();
        await signatory.SignInAsync("signatory");
        await signatory.OpenAsync("/editions/2025/preview?group=wards");
        await signatory.Page.GetByText("Kiểm tra trước khi công bố", new() { Exact = true }).ClickAsync();
        await signatory.ArriveAsync("/findings");
        (await signatory.AxeAsync()).ShouldBeEmpty();
        (await signatory.Page.Locator(".finding").CountAsync()).ShouldBeGreaterThan(0);

        await signatory.OpenAsync("/editions/2025/publish");
        (await signatory.Page.InnerTextAsync("#not-ready")).ShouldContain("Xem và xác nhận từng nội dung cần lưu ý");
        (await signatory.Page.Locator("main form").CountAsync()).ShouldBe(0, "what would be refused is not offered");

        await signatory.OpenAsync("/editions/2025/findings");
        foreach (var read in await signatory.Page.GetByLabel("Tôi đã xem nội dung này").AllAsync())
            await read.CheckAsync();
        await signatory.PressAsync("Xác nhận các nội dung đã đánh dấu");
        await signatory.Page.GetByText("Tiếp tục công bố").ClickAsync();
        await signatory.PressAsync("Công bố");
        await signatory.ArriveAsync("/published/1");
        (await signatory.Page.Locator(".acknowledged").CountAsync()).ShouldBeGreaterThan(0);
        (await signatory.AxeAsync()).ShouldBeEmpty();
        signatory.Faults.ShouldBeEmpty();
    }

    /// <summary>2,776 of 3,471 is 79.98 %, short of the target of 95 %: 5.05 of 6 points.</summary>
    private async Task LookAsync()
    {
        var citizen = await product.PersonAsync();
        await citizen.OpenAsync("/editions/2025?group=wards");
        await citizen.Page.Locator($"a[href$='/editions/2025/agencies/{Agency}']").ClickAsync();
        await citizen.Page.Locator("details:has-text('5,05') > summary").First.ClickAsync();
        (await citizen.TextAsync()).ShouldContain("5,05");
        await citizen.Page.Locator("a[href*='/verify/']").First.ClickAsync();
        (await citizen.Page.InnerTextAsync("main")).ShouldContain("Hải Châu");
        (await citizen.AxeAsync()).ShouldBeEmpty();
        var pdf = await citizen.Page.APIRequest.GetAsync($"/da-nang/api/v1/editions/2025/agencies/{Agency}/scorecard.pdf");
        pdf.Headers["content-type"].ShouldBe("application/pdf");
        (await pdf.BodyAsync())[..5].ShouldBe("%PDF-"u8.ToArray());
        citizen.Faults.ShouldBeEmpty();
    }
}

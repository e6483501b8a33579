using System.Text.Json;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Journeys;

/// <summary>
/// Edition 2025 with one agency that submitted, one with more time, and the
/// rest that did neither: before the deadline, after it, and in public.
/// </summary>
public sealed class WhoDidNotSubmitJourneyTests(Product product) : IClassFixture<Product>
{
    private const string Submitted = "w25-hai-chau";
    private const string Extended = "w25-thanh-khe";
    private const string Own = "so-khcn-2025";
    private const string Silent = "w25-son-tra";
    private const string Mark = "Không nộp hồ sơ";

    [Fact]
    public async Task Nobody_is_late_before_the_own_deadline_and_who_did_not_submit_is_marked_everywhere_after_it()
    {
        await SubmitAsync();
        var office = await product.PersonAsync();
        await office.SignInAsync("office");
        await ExtendAsync(office);
        await RefuseBeforeTheDeadlineAsync(office);

        await product.PassNextDeadlineAsync(2025);

        await RefuseRecallAsync();
        await RecordAsync(office);
        await RecordTheOfficesOwnAgencyAsync();
        await WaitForTheExtensionAsync(office);
        await AppraiseAsync(office);
        await PreviewAsync();
        await LookAsync();
        office.Faults.ShouldBeEmpty();
    }

    private async Task SubmitAsync()
    {
        var approver = await product.PersonAsync();
        await approver.SignInAsync("approver");
        await Desk.SubmitAsync(approver, $"/assessments/2025/{Submitted}");
    }

    private static async Task ExtendAsync(Person office)
    {
        await office.OpenAsync($"/editions/2025/progress/{Extended}");
        await office.Page.FillAsync("#lastDay", "31/12/2099");
        await office.Page.FillAsync("#extendReason", "Mất điện ngày 14/01");
        await office.PressAsync("Gia hạn");
        await office.ArriveAsync("/progress");
        (await office.TextAsync()).ShouldContain("23:59 ngày 31/12/2099");
    }

    private async Task RefuseBeforeTheDeadlineAsync(Person office)
    {
        await office.OpenAsync("/editions/2025/not-submitted");
        (await office.TextAsync()).ShouldContain("Hiện không có cơ quan nào cần ghi nhận.");
        (await office.AxeAsync()).ShouldBeEmpty();
        await Product.PictureAsync(office, "1-before-the-deadline");
        await office.OpenAsync($"/editions/2025/progress/{Silent}");
        (await office.TextAsync()).ShouldContain("Cơ quan này còn hạn nộp đến 17:00 ngày 31/12/");
        (await office.Page.Locator("form[action*='Record']").CountAsync()).ShouldBe(0);
    }

    /// <summary>What was submitted stays submitted: past the deadline it could not be submitted again.</summary>
    private async Task RefuseRecallAsync()
    {
        var approver = await product.PersonAsync();
        await approver.SignInAsync("approver");
        await approver.OpenAsync($"/assessments/2025/{Submitted}/submitted");
        (await approver.Page.Locator("form[action*='Recall']").CountAsync()).ShouldBe(0);
    }

    private async Task RecordAsync(Person office)
    {
        await office.OpenAsync("/editions/2025/progress");
        await office.Page.GetByText("Ghi nhận các cơ quan không nộp hồ sơ").ClickAsync();
        var passedOver = await office.Page.Locator("#passed-over").InnerTextAsync();
        passedOver.ShouldContain("Được gia hạn đến 23:59 ngày 31/12/2099");
        passedOver.ShouldContain("Cơ quan của bạn");
        passedOver.ShouldContain("Đã nộp");
        var all = await office.Page.Locator("#recorded tbody tr").CountAsync();
        await Product.PictureAsync(office, "2-who-would-be-recorded");
        await office.Page.FillAsync("#reason", "Hết hạn nộp, đã nhắc hai lần");
        await office.PressAsync("Tiếp tục");
        (await office.Page.InnerTextAsync("h1")).ShouldBe($"Ghi nhận {all} cơ quan không nộp hồ sơ?");
        (await office.AxeAsync()).ShouldBeEmpty();
        await Product.PictureAsync(office, "3-asked-once-more");
        await office.PressAsync($"Ghi nhận {all} cơ quan");
        await office.ArriveAsync("/progress");
        (await office.TextAsync()).ShouldContain($"Đã ghi nhận {all} cơ quan không nộp hồ sơ");
        await Product.PictureAsync(office, "4-recorded");
    }

    private async Task RecordTheOfficesOwnAgencyAsync()
    {
        var deputy = await product.PersonAsync();
        await deputy.SignInAsync("office2");
        await RecordOneAsync(deputy, Own);
    }

    /// <summary>The edition waits for whoever has more time; when that is over too, the office records it by itself.</summary>
    private async Task WaitForTheExtensionAsync(Person office)
    {
        await office.OpenAsync("/editions/2025/progress");
        await office.PressAsync("Chuyển sang: Thẩm định");
        (await office.TextAsync()).ShouldContain("còn 1 hồ sơ chưa nộp và chưa được ghi nhận là không nộp");
        await office.OpenAsync($"/editions/2025/progress/{Extended}");
        (await office.TextAsync()).ShouldContain("Cơ quan này còn hạn nộp đến 23:59 ngày 31/12/2099.");

        await product.PassNextDeadlineAsync(2025);
        await RecordOneAsync(office, Extended);
        await office.PressAsync("Chuyển sang: Thẩm định");
    }

    private static async Task RecordOneAsync(Person office, string agency)
    {
        await office.OpenAsync($"/editions/2025/progress/{agency}");
        await office.Page.FillAsync("#recordReason", "Hết hạn nộp");
        await office.PressAsync("Ghi nhận");
        await office.ArriveAsync("/progress");
    }

    private async Task AppraiseAsync(Person office)
    {
        await StandingOffice.LoadAsync(office, 2025, $"{Submitted},late-reports,1\n{Submitted},false-figures,0\n");

        var lead = await product.PersonAsync();
        await lead.SignInAsync("leadAppraiser");
        await lead.OpenAsync("/appraisal/2025");
        (await lead.Page.Locator($"a[href$='{Silent}']").CountAsync()).ShouldBe(0, "there is nothing to appraise of who did not submit");
        await Bench.AcceptRestAsync(lead, Submitted);
        await Bench.DecideMarkedAsync(lead, Submitted);
        await lead.OpenAsync($"/appraisal/2025/{Submitted}/round");
        await lead.Page.Locator("form[action*='handler=Close'] button").ClickAsync();

        await office.OpenAsync("/editions/2025/progress");
        await office.Page.Locator("form[action*='handler=MoveOn'] button").ClickAsync();
    }

    private async Task PreviewAsync()
    {
        var signatory = await product.PersonAsync();
        await signatory.SignInAsync("signatory");
        await signatory.OpenAsync("/editions/2025/preview?group=wards");
        var text = await signatory.TextAsync();
        text.ShouldNotContain("Tất cả hồ sơ đã có kết quả thẩm định cuối cùng.");
        text.ShouldContain("Không nộp hồ sơ: ");
        await Product.PictureAsync(signatory, "5-preview");
        await signatory.OpenAsync("/editions/2025/findings");
        (await signatory.TextAsync()).ShouldContain(Mark);
        foreach (var read in await signatory.Page.GetByLabel("Tôi đã xem nội dung này").AllAsync())
            await read.CheckAsync();
        await Product.PictureAsync(signatory, "6-findings");
        await signatory.PressAsync("Xác nhận các nội dung đã đánh dấu");
        await signatory.Page.GetByText("Tiếp tục công bố").ClickAsync();
        await signatory.PressAsync("Công bố");
        await signatory.ArriveAsync("/published/1");
    }

    private async Task LookAsync()
    {
        var citizen = await product.PersonAsync();
        await citizen.OpenAsync("/editions/2025?group=wards");
        var row = citizen.Page.Locator("#standings tr[data-row]", new() { Has = citizen.Page.Locator($"a[href$='/agencies/{Silent}']") });
        (await row.Locator(".standings-rank").InnerTextAsync()).ShouldBe("–");
        (await row.Locator(".standings-points").InnerTextAsync()).ShouldBe("–");
        (await row.InnerTextAsync()).ShouldContain(Mark);
        (await citizen.Page.Locator("#standings tr[data-row]").First.InnerTextAsync()).ShouldContain("Hải Châu");
        (await citizen.TextAsync()).ShouldContain("cơ quan, đơn vị không nộp hồ sơ nên không được chấm điểm, xếp hạng.");
        (await citizen.AxeAsync()).ShouldBeEmpty();
        await Product.PictureAsync(citizen, "7-table");

        await row.Locator("a").First.ClickAsync();
        await citizen.ArriveAsync($"/agencies/{Silent}");
        (await citizen.TextAsync()).ShouldContain(Mark);
        (await citizen.AxeAsync()).ShouldBeEmpty();
        await Product.PictureAsync(citizen, "8-agency");

        var api = citizen.Page.APIRequest;
        var table = await (await api.GetAsync("/da-nang/api/v1/editions/2025/standings?group=wards")).JsonAsync();
        var item = table.ShouldNotBeNull().GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("agency").GetProperty("code").GetString() == Silent);
        (item.GetProperty("submitted").GetBoolean(), item.GetProperty("rank").ValueKind).ShouldBe((false, JsonValueKind.Null));
        (await (await api.GetAsync($"/da-nang/api/v1/editions/2025/agencies/{Silent}/scorecard.pdf")).TextAsync())
            .ShouldContain("scorecard.not-submitted");
        citizen.Faults.ShouldBeEmpty();
    }
}

using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Journeys;

/// <summary>The office prepares next year from this one, tries its draft, opens it, and amends it once in public.</summary>
public sealed class NextYearJourneyTests(Product product) : IClassFixture<Product>
{
    private const string Criteria = "/editions/2026/criteria/wards";

    [Fact]
    public async Task From_a_copy_of_last_year_to_an_open_edition_that_is_amended_once_in_public()
    {
        var office = await product.PersonAsync();
        await office.SignInAsync("office");
        await CopyAsync(office);
        await ChangeWeightsAsync(office);
        await ChangeTheRuleAsync(office);
        await LookIntoTheLaboratoryAsync(office);
        await OpenAsync(office);
        await AmendAsync(office);
        await LookAsync();
        office.Faults.ShouldBeEmpty();
    }

    private static async Task CopyAsync(Person office)
    {
        await office.OpenAsync("/editions");
        await office.Page.FillAsync("#year", "2026");
        await office.Page.CheckAsync("#from");
        await office.PressAsync("Bắt đầu chuẩn bị");
        await office.ArriveAsync("/editions/2026/office");
    }

    /// <summary>A point goes from one criterion to another, so that the sum stays the scale.</summary>
    private static async Task ChangeWeightsAsync(Person office)
    {
        foreach (var (criterion, maximum) in new[] { ("5.2", "7"), ("5.3", "4") })
        {
            await office.OpenAsync($"{Criteria}/criterion/{criterion}");
            await office.Page.FillAsync("#maximum", maximum);
            await office.PressAsync("Lưu");
            await office.ArriveAsync("saved=true");
        }

        (await office.Page.Locator(".lack").CountAsync()).ShouldBe(0);
    }

    private static async Task ChangeTheRuleAsync(Person office)
    {
        await office.OpenAsync($"{Criteria}/criterion/5.2");
        await office.Page.FillAsync("#rule_to", "97%");
        await office.Page.Locator("#rule-preview").GetByText("97%").First.WaitForAsync();
        await Product.PictureAsync(office, "2026-1-rule");
        await office.PressAsync("Lưu");
        await office.ArriveAsync("saved=true");
        await office.OpenAsync($"{Criteria}/difference");
        var difference = await office.TextAsync();
        difference.ShouldContain("97%");
        difference.ShouldContain("5.3");
    }

    private static async Task LookIntoTheLaboratoryAsync(Person office)
    {
        await office.OpenAsync($"{Criteria}/laboratory");
        await office.Page.Locator("svg").First.WaitForAsync();
        (await office.AxeAsync()).ShouldBeEmpty();
        await Product.PictureAsync(office, "2026-2-laboratory");
    }

    private static async Task OpenAsync(Person office)
    {
        await office.OpenAsync("/editions/2026/office/calendar");
        await office.Page.FillAsync("#EntryOpens", "04/01/2027");
        await office.Page.FillAsync("#EntryCloses", "26/02/2027");
        await office.Page.FillAsync("#EntryClosesHour", "17:00");
        await office.Page.FillAsync("#AppraisalEnds", "26/03/2027");
        await office.Page.FillAsync("#Publishes", "23/04/2027");
        await office.PressAsync("Lưu");
        // What is missing is asked of the calendar: before it is saved the next page lists something else.
        await office.ArriveAsync("/editions/2026/office/calendar?saved=");
        await office.OpenAsync("/editions/2026/office/open");
        await office.Page.CheckAsync("#known");
        await office.PressAsync("Mở kỳ đánh giá năm 2026");
        (await office.TextAsync()).ShouldContain("Đã mở kỳ đánh giá");
    }

    private static async Task AmendAsync(Person office)
    {
        await office.OpenAsync("/editions/2026/office/amend/wards");
        await office.Page.FillAsync("[name='Maximum[5.2]']", "6");
        await office.Page.FillAsync("[name='Maximum[5.3]']", "5");
        await office.Page.Locator("tr", new() { Has = office.Page.Locator("[name='Maximum[5.2]']") }).Locator("summary").ClickAsync();
        var rule = office.Page.Locator("[name='Rule[5.2]']");
        await rule.FillAsync((await rule.InputValueAsync()).Replace("97%", "96%", StringComparison.Ordinal));
        await office.PressAsync("Xem cơ quan nào thay đổi điểm");
        (await office.AxeAsync()).ShouldBeEmpty();
        await Product.PictureAsync(office, "2026-3-amend");
        await office.Page.FillAsync("#Reason", "Mục tiêu năm 2026 được điều chỉnh");
        if (await office.Page.Locator("#Number").CountAsync() > 0)
        {
            await office.Page.FillAsync("#Number", "12/QĐ-UBND");
            await office.Page.FillAsync("#Date", "05/01/2027");
        }

        await office.PressAsync("Ban hành sửa đổi");
        (await office.TextAsync()).ShouldContain("Đã ban hành bản sửa đổi");
    }

    private async Task LookAsync()
    {
        var citizen = await product.PersonAsync();
        await citizen.OpenAsync("/editions/2026/methodology?group=wards");
        var text = await citizen.TextAsync();
        text.ShouldContain("Mục tiêu năm 2026 được điều chỉnh");
        text.ShouldContain("điểm tối đa 7 → 6");
        text.ShouldContain("từ 0% đến 96%");
        (await citizen.AxeAsync()).ShouldBeEmpty();
        await Product.PictureAsync(citizen, "2026-4-public");
        citizen.Faults.ShouldBeEmpty();
    }
}

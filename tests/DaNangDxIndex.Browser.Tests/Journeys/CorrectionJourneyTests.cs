using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Journeys;

/// <summary>
/// What was published is corrected in the open, and then withdrawn: by office and committee on their pages, and each time seen by whoever
/// holds the printed scorecard of before.
/// </summary>
public sealed class CorrectionJourneyTests(Product product) : IClassFixture<Product>
{
    private const string Agency = "q-son-tra";
    private const string Cause = "Một cơ quan báo nhầm số hồ sơ trực tuyến.";

    [Fact]
    public async Task A_printed_code_tells_that_its_version_is_superseded_and_the_next_one_that_it_is_withdrawn()
    {
        var (citizen, reader) = (await product.PersonAsync(), await product.PersonAsync(language: "en"));
        var first = await CodeAsync(citizen);
        await MustSayAsync(citizen, first, "Phiếu khớp với bản minh họa số 1");

        await PrepareAsync();
        var signatory = await product.PersonAsync();
        await signatory.SignInAsync("signatory");
        await signatory.OpenAsync("/editions/2024/correction");
        (await signatory.Page.Locator(".moved tbody tr").CountAsync()).ShouldBeGreaterThan(0);
        (await signatory.AxeAsync()).ShouldBeEmpty();
        await signatory.PressAsync("Ký và công bố bản số 2");
        await signatory.ArriveAsync("/published/2");

        await MustSayAsync(citizen, first, "Phiếu kết quả đã được thay thế");
        await MustSayAsync(citizen, first, "Thay đổi so với phiếu");
        await citizen.OpenAsync("/editions/2024/corrections");
        (await citizen.TextAsync()).ShouldContain(Cause);
        await citizen.OpenAsync("/editions/2024?version=1");
        (await citizen.TextAsync()).ShouldContain("bản công bố số 2");
        var second = await CodeAsync(citizen);
        second.ShouldNotBe(first);

        await signatory.OpenAsync("/editions/2024/withdraw");
        await signatory.Page.FillAsync("#Reason", "Phát hiện thêm số liệu sai, cần thẩm định lại.");
        await signatory.PressAsync("Thu hồi bản số 2");
        await signatory.ArriveAsync("/editions/2024/corrections");
        await MustSayAsync(citizen, second, "Kết quả đã bị thu hồi");
        await MustSayAsync(reader, second, "withdrawn");
        await MustSayAsync(citizen, first, "Bản công bố số 2 cũng đã bị thu hồi");
        await citizen.OpenAsync("/editions/2024");
        (await citizen.TextAsync()).ShouldContain("thu hồi");
        (await citizen.AxeAsync()).ShouldBeEmpty();
        citizen.Faults.ShouldBeEmpty();
    }

    private static async Task<string> CodeAsync(Person citizen)
    {
        await citizen.OpenAsync($"/editions/2024/agencies/{Agency}");
        return await citizen.Page.InnerTextAsync(".data-links code");
    }

    private static async Task MustSayAsync(Person somebody, string code, string sentence)
    {
        await somebody.OpenAsync($"/verify/{code}");
        (await somebody.TextAsync()).ShouldContain(sentence, Case.Insensitive, code);
    }

    private async Task PrepareAsync()
    {
        var office = await product.PersonAsync();
        await office.SignInAsync("office");
        await office.OpenAsync("/editions/2024/correction");
        await office.Page.FillAsync("#Cause", Cause);
        await office.Page.SelectOptionAsync("#FoundBy", "Public");
        await office.PressAsync("Lập bản điều chỉnh");
        await office.Page.SelectOptionAsync("#of", Agency);
        await office.PressAsync("Mở kết quả của cơ quan này");
        await office.ArriveAsync($"/correction/{Agency}");
        await office.OpenAsync($"/editions/2024/correction/{Agency}?figure=files-online");
        (await office.AxeAsync()).ShouldBeEmpty();
        await office.Page.FillAsync("#Value", "6500");
        await office.Page.SelectOptionAsync("#Reason", "Other");
        await office.PressAsync("Ghi vào bản điều chỉnh");
        await office.ArriveAsync("/editions/2024/correction");
        (await office.AxeAsync()).ShouldBeEmpty();
    }
}

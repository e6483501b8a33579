using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Pages;

/// <summary>axe on the pages that only an act brings about: a workbook that was handed in, links that were just made.</summary>
[Collection(OnlyLookedAt.Name)]
public sealed class PagesOfAnActTests(Product product)
{
    [Theory]
    [InlineData("/agencies/import", "/agencies/import/", "vi", 360)]
    [InlineData("/past-results", "/past-results/import/", "en", 360)]
    [InlineData("/editions/2024/targets/import", "/targets/import/", "vi", 360)]
    [InlineData("/agencies/import", "/agencies/import/", "en", 1280)]
    [InlineData("/past-results", "/past-results/import/", "vi", 1280)]
    [InlineData("/editions/2024/targets/import", "/targets/import/", "en", 1280)]
    public async Task What_a_workbook_would_change_is_shown_without_a_violation(string page, string shown, string language, int width)
    {
        var office = await product.PersonAsync(language: language, width: width);
        await office.SignInAsync("office");
        await office.OpenAsync(page);
        var template = await office.Page.RunAndWaitForDownloadAsync(() => office.Page.ClickAsync("main a[download]"));

        await office.Page.SetInputFilesAsync("#file", await template.PathAsync());
        await office.Page.ClickAsync("main form:has(#file) button[type=submit]");
        await office.ArriveAsync(shown);

        await NothingIsWrongAsync(office, width);
    }

    [Theory]
    [InlineData("vi", 360)]
    [InlineData("en", 1280)]
    public async Task Links_that_were_just_made_are_shown_without_a_violation(string language, int width)
    {
        var administrator = await product.PersonAsync(language: language, width: width);
        await administrator.SignInAsync("administrator");
        await administrator.OpenAsync("/accounts");

        await administrator.Page.Locator("main input[name=ids]").First.CheckAsync();
        await administrator.Page.ClickAsync("main form[method=post] .form-acts button[type=submit]");
        await administrator.ArriveAsync("/accounts/links");

        await NothingIsWrongAsync(administrator, width);
    }

    private static async Task NothingIsWrongAsync(Person person, int width)
    {
        await Product.PictureAsync(person, $"act-{string.Concat(person.Page.Url.Split('/')[5..7])}-{width}");
        (await person.AxeAsync()).ShouldBeEmpty();
        (await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        person.Faults.ShouldBeEmpty();
    }
}

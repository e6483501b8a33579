using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Pages;

/// <summary>Everything that has to be done can be done in a browser without script.</summary>
public sealed class WithoutScriptTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_form_is_saved_by_its_button_and_a_refused_number_stays_where_it_was_typed()
    {
        var assessor = await product.PersonAsync(script: false);
        await assessor.SignInAsync("assessor");
        await assessor.OpenAsync("/assessments/2025/w25-hai-chau/components/online-services");
        await assessor.Page.FillAsync("[data-figure='files-received'] input[type=text]", "1.297");
        await assessor.Page.FillAsync("[data-figure='files-online'] input[type=text]", "98.06");
        await assessor.Page.Locator(".form-acts button").Last.ClickAsync();

        (await assessor.Page.TitleAsync()).ShouldStartWith("Lỗi:");
        (await assessor.Page.InputValueAsync("[data-figure='files-online'] input[type=text]")).ShouldBe("98.06");

        await assessor.Page.FillAsync("[data-figure='files-online'] input[type=text]", "1.110");
        await assessor.Page.Locator(".form-acts button").Last.ClickAsync();
        await assessor.OpenAsync("/assessments/2025/w25-hai-chau/components/online-services");
        (await assessor.Page.InputValueAsync("[data-figure='files-received'] input[type=text]"))
            .Replace(".", "", StringComparison.Ordinal).ShouldBe("1297");
        (await assessor.Page.InputValueAsync("[data-figure='files-online'] input[type=text]"))
            .Replace(".", "", StringComparison.Ordinal).ShouldBe("1110");
    }

    [Fact]
    public async Task The_ranked_table_is_searched_without_diacritics_and_sorted_by_links()
    {
        var citizen = await product.PersonAsync(script: false);
        await citizen.OpenAsync("/editions/2024?group=wards&q=hoa%20thuan%20tay");
        (await citizen.Page.Locator("tr[data-row]").CountAsync()).ShouldBe(1);
        (await citizen.TextAsync()).ShouldContain("99,93");

        await citizen.OpenAsync("/editions/2024?group=departments");
        await citizen.Page.Locator("th.standings-agency a").First.ClickAsync();
        (await citizen.Page.Locator("th.standings-agency[aria-sort]").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_tour_leads_to_seven_real_pages_each_as_the_person_who_works_there()
    {
        var visitor = await product.PersonAsync(script: false);
        var seen = new List<string>();
        for (var step = 0; step < 7; step++)
        {
            await visitor.OpenAsync("/tour");
            await visitor.Page.Locator("main ol > li").Nth(step).Locator("a, button").First.ClickAsync();
            var address = new Uri(visitor.Page.Url).AbsolutePath;
            address.ShouldNotContain("/tour");
            address.ShouldNotContain("sign-in");
            (await visitor.Page.Locator("main h1").CountAsync()).ShouldBe(1, address);
            seen.Add(address);
        }
        seen.Distinct(StringComparer.Ordinal).Count().ShouldBe(7);
    }
}

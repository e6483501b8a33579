using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Pages;

/// <summary>
/// Each page that the guide shows is there for its role. With DX_PICTURES, takes the guide's pictures: docs/guide/README.md.
/// </summary>
[Collection(OnlyLookedAt.Name)]
public sealed class GuideTests(Product product)
{
    private static readonly (string Role, string Account, string Path)[] Shown =
    [
        ("assessor", "assessor", "/assessments/2025/w25-hai-chau/components/online-services"),
        ("approver", "approver", "/assessments/2025/w25-hai-chau/check"),
        ("appraiser", "leadAppraiser", "/appraisal/2024/q-hoa-vang"),
        ("office", "office", "/editions/2025/progress"),
        ("signatory", "signatory", "/editions/2025/findings"),
        ("administrator", "administrator", "/accounts"),
        ("auditor", "auditor", "/audit"),
    ];

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Every_page_that_the_guide_shows_is_there(string language)
    {
        foreach (var (role, account, path) in Shown)
        {
            var person = await product.PersonAsync(language: language);
            await person.SignInAsync(account);
            await person.OpenAsync(path);
            (await person.Page.Locator("main h1").CountAsync()).ShouldBe(1, path);
            await Product.PictureAsync(person, $"{role}-{language}", fullPage: false);
        }
    }
}

using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Journeys;

/// <summary>Four eyes in a browser: one administrator asks, cannot confirm, and another one confirms or refuses.</summary>
public sealed class ProposalJourneyTests(Product product) : IClassFixture<Product>
{
    [Theory]
    [InlineData("vi", 1440, "Rút đề nghị", "Xác nhận và thực hiện", "Không đồng ý")]
    [InlineData("en", 360, "Take it back", "Confirm, and do it", "Refuse")]
    public async Task What_one_asks_for_another_one_settles_and_both_read_what_became_of_it(
        string language, int width, string withdraw, string confirm, string refuse)
    {
        await product.RunAsync("tenant", "four-eyes", "da-nang", "secondFactor");
        var first = await SignedInAsync("administrator", language, width);
        var second = await SignedInAsync("administrator2", language, width);

        await AskAsync(first, "auditor");
        await first.ArriveAsync("/proposals");
        await LookAsync(first, $"asked-{language}", width);
        (await first.Page.GetByRole(AriaRole.Button, new() { Name = confirm, Exact = true }).CountAsync())
            .ShouldBe(0, "nobody confirms what they asked for");
        await first.PressAsync(withdraw);
        await first.ArriveAsync("done=withdrawn");

        await AskAsync(first, "auditor");
        await second.OpenAsync("/proposals");
        await LookAsync(second, $"waiting-{language}", width);
        await second.PressAsync(refuse);
        await second.ArriveAsync("done=refused");

        await AskAsync(first, "auditor");
        await second.OpenAsync("/proposals");
        await second.PressAsync(confirm);
        await second.ArriveAsync("done=confirmed");
        await LookAsync(second, $"settled-{language}", width);
        await first.OpenAsync("/proposals");
        (await first.Page.Locator("main ul li").CountAsync()).ShouldBeGreaterThanOrEqualTo(3, "withdrawn, refused and confirmed");
        (first.Faults.Concat(second.Faults)).ShouldBeEmpty();
    }

    private async Task<Person> SignedInAsync(string who, string language, int width)
    {
        var person = await product.PersonAsync(language: language, width: width);
        await person.SignInAsync(who);
        return person;
    }

    private async Task AskAsync(Person administrator, string of)
    {
        await using var database = new Npgsql.NpgsqlConnection(product.Superuser);
        await database.OpenAsync();
        await using var find = new Npgsql.NpgsqlCommand($"""
            UPDATE account SET two_factor_enabled = true, version = version + 1 WHERE user_name = '{of}@da-nang.demo' RETURNING id
            """, database);
        var id = await find.ExecuteScalarAsync();
        await administrator.OpenAsync($"/accounts/second-factor-of/{id}");
        await administrator.Page.ClickAsync("main form button[type=submit]");
    }

    private static async Task LookAsync(Person person, string name, int width)
    {
        (await person.AxeAsync()).ShouldBeEmpty();
        (await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, name);
        await Product.PictureAsync(person, $"proposals-{name}");
    }
}

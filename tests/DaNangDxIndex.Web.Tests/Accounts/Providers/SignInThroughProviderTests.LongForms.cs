using System.Net;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>What was typed at length goes to the provider's sign-in and back as well.</summary>
public sealed partial class SignInThroughProviderTests
{
    [Fact]
    public async Task Twenty_reasons_of_a_thousand_letters_wait_while_somebody_is_at_the_provider_and_one_who_turns_back_still_has_them()
    {
        providers.City.Honest();
        var edition = await OpenEdition.AddAsync(_app);
        await (await _app.SignedInAsync(Role.Assessor)).SendFormAsync($"{edition.Path}/check", [], "form[action*=Ask]");
        await LinkedApproverAsync("away-at-length", edition.Agency);

        var visitor = _app.Visitor();
        using var signIn = await LongForm.SendAsync(visitor, $"{edition.Path}/check?handler=SendBack", LongForm.Typed());
        signIn.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var declined = await visitor.Http.GetAsync(new Uri(
            (await AwayAsync(visitor, signIn)).ToString().Replace("code=", "error=", StringComparison.Ordinal)));
        declined.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var again = await LongForm.SendAsync(
            visitor, "/accounts/sign-in?handler=Again", await LongForm.FieldsAsync(declined, "button"));
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var done = await visitor.Http.GetAsync(await AwayAsync(visitor, again));

        await LongForm.ComesBackAsync(visitor, edition, done);
    }

    /// <summary>By the button of the sign-in page, to the address with which the provider sends people back.</summary>
    private async Task<Uri> AwayAsync(Visitor visitor, HttpResponseMessage signIn)
    {
        using var leaving = await LongForm.SendAsync(
            visitor, "/accounts/sign-in?handler=With", await LongForm.FieldsAsync(signIn, $"[value='{providers.CityId}']"));
        leaving.StatusCode.ShouldBe(HttpStatusCode.OK);
        return providers.City.Answer((await Visitor.ReadAsync(leaving)).QuerySelector("#leave").ShouldNotBeNull()
            .GetAttribute("href").ShouldNotBeNull());
    }

    private async Task LinkedApproverAsync(string name, string agency)
    {
        using var added = await (await _app.SignedInAsync(Role.Administrator)).AddAsync(name, "approver", agency);
        await _app.Visitor().ChooseAsync(await People.LinkAsync(added), ProviderApp.Chosen);
        var visitor = await _app.SignInAsync(name, ProviderApp.Chosen);
        providers.City.Subject = name;
        using var back = await visitor.Http.GetAsync(providers.City.Answer(await ProviderApp.LinkAsync(visitor, providers.CityId)));
        (back.Headers.Location?.ToString()).ShouldBe("/da-nang/vi/accounts/linked?done=True");
    }
}

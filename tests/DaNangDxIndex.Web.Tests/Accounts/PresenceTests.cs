using System.Net;
using System.Reflection;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Homes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Routing;

namespace DaNangDxIndex.Accounts;

/// <summary>Whoever gives access or roles, or publishes, has shown a moment ago who they are: an unlocked machine is not enough.</summary>
public sealed class PresenceTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Shows = "it is where somebody shows who they are";
    private const string TakesAway = "it only takes access away, and must not wait";
    private const string Asks = "it asks for the present password itself, and nobody counts as present for it";
    private const string Draft = "nothing of it is published before somebody who is present signs";

    /// <summary>What changes something in these parts without somebody present: each on purpose, and why.</summary>
    private static readonly Dictionary<string, string> Without = new(StringComparer.Ordinal)
    {
        ["Accounts.SignInModel.OnPostAsync"] = Shows,
        ["Accounts.SignInModel.OnPostCodeAsync"] = Shows,
        ["Accounts.SignInModel.OnPostPasskeyQuestionAsync"] = Shows,
        ["Accounts.SignInModel.OnPostPasskeyAsync"] = Shows,
        ["Accounts.SignInModel.OnPostAgain"] = Shows,
        ["Accounts.SignInModel.OnPostWithAsync"] = Shows,
        ["Accounts.ResetModel.OnPostAsync"] = "the one-time link opens it, and nobody is signed in",
        ["Accounts.PasswordModel.OnPostAsync"] = Asks,
        ["Accounts.SignOutModel.OnPostAsync"] = TakesAway,
        ["Accounts.Sessions.IndexModel.OnPostElsewhereAsync"] = TakesAway,
        ["Accounts.Sessions.IndexModel.OnPostEndAsync"] = TakesAway,
        ["Accounts.Tokens.AllModel.OnPostRevokeAsync"] = TakesAway,
        ["Publishing.FindingsModel.OnPostAsync"] = Draft,
        ["Publishing.Corrections.CorrectModel.OnPostAsync"] = Draft,
        ["Publishing.Corrections.CorrectModel.OnPostDropAsync"] = Draft,
        ["Publishing.Corrections.CorrectModel.OnPostRemoveAsync"] = Draft,
        ["Publishing.Corrections.CorrectionController.Prepare"] = Draft,
        ["Publishing.Corrections.CorrectionController.Drop"] = Draft,
        ["Publishing.Corrections.CorrectionController.ChangeFigure"] = Draft,
        ["Publishing.Corrections.CorrectionController.ChangeDecision"] = Draft,
        ["Publishing.Corrections.CorrectionController.LeaveFigure"] = Draft,
        ["Publishing.Corrections.CorrectionController.LeaveDecision"] = Draft,
        ["Publishing.Corrections.ReviewModel.OnPostAsync"] = Draft,
        ["Publishing.Corrections.ReviewsModel.OnPostAsync"] = Draft,
        ["Publishing.Corrections.ReviewsController.Answer"] = Draft,
        ["Publishing.Corrections.OfAgencyModel.OnPostAsync"] = Draft,
        ["Publishing.Corrections.AgencyReviewsController.File"] = Draft,
    };

    [Fact]
    public void Whatever_gives_access_or_roles_or_publishes_wants_somebody_present_or_says_here_why_not()
    {
        var acts =
            from type in typeof(Account).Assembly.GetTypes().Where(IsAbout)
            from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(Changes)
            where !Wants(type.GetCustomAttribute<PresentAttribute>(), method)
            select $"{type.FullName?["DaNangDxIndex.".Length..]}.{method.Name}";
        acts.ShouldBe(Without.Keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData("vi", "phút")]
    [InlineData("en", "minutes")]
    public async Task How_long_somebody_counts_as_present_is_said_as_the_rule_has_it(string language, string minutes)
    {
        using var answer = await app.Visitor().Http.GetAsync(new Uri($"/api?lang={language}", UriKind.Relative));
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"{SecondFactorRules.Present.TotalMinutes} {minutes}");
    }

    [Fact]
    public async Task Links_for_many_come_to_nobody_whose_sign_in_is_long_ago_and_the_choice_of_people_comes_back()
    {
        var administrator = await app.SignInAsync(DemoAccounts.UserName(Role.Administrator, "da-nang"), DemoAccounts.Password);
        var ids = (await administrator.OpenAsync("/accounts")).QuerySelectorAll<IHtmlInputElement>("input[name=ids]")
            .Select(input => input.Value).Take(3).ToList();
        using var late = await SendLateAsync(administrator, "/accounts/links", [.. ids.Select(id => KeyValuePair.Create("ids", id))]);
        (await OfAsync(ids[0])).Reset.Hash.ShouldBeNull();

        var page = await AgainAsync(administrator, late, Role.Administrator);
        page.QuerySelectorAll<IHtmlInputElement>("form[action*='/accounts/links'] input[name=ids]").Select(input => input.Value)
            .ShouldBe(ids);
        using var slips = await SendAsync(administrator, "/accounts/links",
            [.. page.QuerySelectorAll<IHtmlInputElement>("main form input[type=hidden]")
                .Select(input => KeyValuePair.Create(input.Name ?? "", input.Value))]);
        slips.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await OfAsync(ids[0])).Reset.Hash.ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_is_handed_over_by_whose_sign_in_is_long_ago_and_the_choice_comes_back()
    {
        var keeper = await app.SignInAsync(DemoAccounts.UserName(Role.AgencyAdministrator, "da-nang"), DemoAccounts.Password);
        var (leaver, to) = (await app.AccountAsync(DemoAccounts.UserName(Role.Assessor, "da-nang")), Guid.NewGuid().ToString());
        using var late = await SendLateAsync(
            keeper, $"/accounts/hand-over/{leaver.Id}", [new("version", $"{leaver.Version}"), new("To", to)]);
        (await app.AccountAsync(leaver.UserName ?? "")).Disabled.ShouldBeFalse();

        var page = await AgainAsync(keeper, late, Role.AgencyAdministrator);
        page.QuerySelector<IHtmlInputElement>($"form[action*='/hand-over/{leaver.Id}'] input[name=To]").ShouldNotBeNull()
            .Value.ShouldBe(to);
    }

    private Task<Account> OfAsync(string id) => app.InDatabaseAsync("da-nang", async db =>
        await db.Set<Account>().FindAsync(Guid.Parse(id)) ?? throw new InvalidOperationException("It was on the page."));

    private static bool IsAbout(Type type) => type == typeof(HandOverModel) || type == typeof(ProposalsModel)
        || type == typeof(SecondFactorModel) || type.FullName?.StartsWith("DaNangDxIndex.Accounts.", StringComparison.Ordinal) == true
        || type.FullName?.StartsWith("DaNangDxIndex.Publishing.", StringComparison.Ordinal) == true;

    private static bool Changes(MethodInfo method) => typeof(PageModel).IsAssignableFrom(method.DeclaringType)
        ? method.Name.StartsWith("On", StringComparison.Ordinal) && !method.Name.StartsWith("OnGet", StringComparison.Ordinal)
            && !method.Name.StartsWith("OnHead", StringComparison.Ordinal)
        : typeof(ControllerBase).IsAssignableFrom(method.DeclaringType)
            && method.GetCustomAttributes<HttpMethodAttribute>().SelectMany(way => way.HttpMethods)
                .Any(way => way is not ("GET" or "HEAD"));

    private static bool Wants(PresentAttribute? present, MethodInfo method) => present is not null
        && (present.Handler is not { } handler || method.Name == $"OnPost{handler}Async");

    /// <summary>When the sign-in is longer ago than somebody counts as present.</summary>
    private async Task<HttpResponseMessage> SendLateAsync(Visitor visitor, string path, List<KeyValuePair<string, string>> fields)
    {
        await TestApp.AskAsync<int>(app.Superuser, "UPDATE account_session SET began_at = now() - interval '16 minutes'");
        var answer = await SendAsync(
            visitor, path, [.. fields, new("__RequestVerificationToken", await visitor.TokenAsync("/work"))]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        return answer;
    }

    private static async Task<IHtmlDocument> AgainAsync(Visitor visitor, HttpResponseMessage late, Role role)
    {
        var fields = (await Visitor.ReadAsync(late)).QuerySelectorAll<IHtmlInputElement>("main form:has(#Password) input[type=hidden]")
            .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        (fields["UserName"], fields["Password"]) = (DemoAccounts.UserName(role, "da-nang"), DemoAccounts.Password);
        return await Visitor.ReadAsync(await SendAsync(visitor, "/accounts/sign-in", fields));
    }

    private static async Task<HttpResponseMessage> SendAsync(
        Visitor visitor, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, visitor.Address(path)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", "https://localhost");
        return await visitor.Http.SendAsync(request);
    }
}

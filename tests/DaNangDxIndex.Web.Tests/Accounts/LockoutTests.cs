using System.Net;
using DaNangDxIndex.Access;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Accounts;

/// <summary>Guessing is bounded, and keeps nobody out but those who guess: strangers lock out strangers.</summary>
public sealed class LockoutTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Chosen = "một câu chỉ mình tôi biết";
    private const string Wrong = "wrong wrong wrong";

    [Fact]
    public async Task Five_guesses_of_strangers_lock_strangers_out_and_not_the_browser_that_its_person_signed_in_with_before()
    {
        var (person, known) = await AddAsync("wanted");
        await GuessAsync(person, 5);
        (await SignInAsync(app.Visitor(), person, Chosen)).ShouldBe(HttpStatusCode.UnprocessableEntity, "nobody knows this browser");
        (await SignInAsync(known, person, Chosen)).ShouldBe(HttpStatusCode.Redirect);
        (await SignInAsync(app.Visitor(), person, Chosen)).ShouldBe(
            HttpStatusCode.UnprocessableEntity, "its person's sign-in gives strangers no more guesses");
        (await TellAsync("account.lock-out", person)).ShouldBe(1);
    }

    [Fact]
    public async Task A_known_browser_has_five_tries_of_its_own_and_takes_none_from_others()
    {
        var (person, known) = await AddAsync("forgetful");
        for (var time = 0; time < 5; time++)
            (await SignInAsync(known, person, Wrong)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SignInAsync(known, person, Chosen)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SignInAsync(app.Visitor(), person, Chosen)).ShouldBe(HttpStatusCode.Redirect);

        await TestApp.AskAsync<int>(app.Superuser, "UPDATE account_door SET closed_until = now() - interval '1 second'");
        (await SignInAsync(known, person, Chosen)).ShouldBe(HttpStatusCode.Redirect, "a quarter of an hour later");
    }

    [Fact]
    public async Task Guesses_of_longer_ago_than_a_lock_lasts_are_not_counted_with_those_of_now()
    {
        var (person, _) = await AddAsync("mistyped");
        await GuessAsync(person, 4);
        await TestApp.AskAsync<int>(app.Superuser, "UPDATE account_door SET failed_at = now() - interval '16 minutes'");
        await GuessAsync(person, 1);
        (await SignInAsync(app.Visitor(), person, Chosen)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_browser_is_known_to_those_who_signed_in_with_it_and_to_nobody_else()
    {
        var (first, browser) = await AddAsync("shares-first");
        var (second, _) = await AddAsync("shares-second");
        await GuessAsync(second, 5);
        (await SignInAsync(browser, second, Chosen)).ShouldBe(HttpStatusCode.UnprocessableEntity);

        await TestApp.AskAsync<int>(app.Superuser, "UPDATE account_door SET closed_until = now() - interval '1 second'");
        (await SignInAsync(browser, second, Chosen)).ShouldBe(HttpStatusCode.Redirect);
        await GuessAsync(first, 5);
        await GuessAsync(second, 5);
        (await SignInAsync(browser, first, Chosen)).ShouldBe(HttpStatusCode.Redirect, "two people share it");
        (await SignInAsync(browser, second, Chosen)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Who_signs_in_at_several_places_at_once_is_let_in_at_all_of_them_while_old_browsers_are_forgotten()
    {
        var (person, _) = await AddAsync("everywhere");
        for (var round = 0; round < 5; round++)
        {
            await TestApp.AskAsync<int>(app.Superuser, "UPDATE account_door SET stamp = 'of an earlier password'");
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SignInAsync(app.Visitor(), person, Chosen)));
            answers.ShouldAllBe(answer => answer == HttpStatusCode.Redirect);
            (await DoorsAsync(person, "d.stamp = 'of an earlier password'")).ShouldBe(0, "they are forgotten");
        }
    }

    [Fact]
    public async Task The_last_ten_browsers_of_an_account_are_known_and_the_one_used_longest_ago_is_forgotten()
    {
        var (person, first) = await AddAsync("roams");
        (await DoorsAsync(person)).ShouldBe(1);
        var second = await app.SignInAsync(person, Chosen);
        (await SignInAsync(first, person, Chosen)).ShouldBe(HttpStatusCode.Redirect, "used again after the second");
        for (var browser = 2; browser < 10; browser++)
            await app.SignInAsync(person, Chosen);
        (await DoorsAsync(person)).ShouldBe(10);
        await app.SignInAsync(person, Chosen);
        (await DoorsAsync(person)).ShouldBe(10);

        await GuessAsync(person, 5);
        (await SignInAsync(second, person, Chosen)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SignInAsync(first, person, Chosen)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task After_a_new_password_browsers_from_before_are_strangers_again()
    {
        var (person, before) = await AddAsync("changes");
        var elsewhere = await app.SignInAsync(person, Chosen);
        using (var changed = await elsewhere.SendFormAsync("/accounts/password",
            new() { ["Current"] = Chosen, ["Chosen"] = $"{Chosen} khác" }, "main form"))
            changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        await GuessAsync(person, 5);
        (await SignInAsync(before, person, $"{Chosen} khác")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SignInAsync(elsewhere, person, $"{Chosen} khác")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_out_elsewhere_forgets_the_other_browsers_and_signing_out_here_forgets_none()
    {
        var (person, other) = await AddAsync("leaves-office");
        var here = await app.SignInAsync(person, Chosen);
        await here.SendFormAsync("/accounts/sessions", [], "main form[action*='handler=Elsewhere']");
        await here.SendFormAsync("/accounts/sign-out", [], "main form[method=post]");
        await GuessAsync(person, 5);
        (await SignInAsync(other, person, Chosen)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SignInAsync(here, person, Chosen)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_sentence_says_what_to_do_in_both_languages_and_is_the_same_for_unknown_names()
    {
        var (person, _) = await AddAsync("reads");
        await GuessAsync(person, 5);
        (string Language, string Words)[] sentences =
            [("vi", "trình duyệt bạn từng đăng nhập"), ("en", "a browser that you have signed in with")];
        foreach (var (language, words) in sentences)
        {
            var locked = await SaidAsync(language, person);
            locked.ShouldContain(words);
            (await SaidAsync(language, "nobody")).ShouldBe(locked);
        }
    }

    private async Task<string> SaidAsync(string language, string name)
    {
        using var answer = await app.Visitor(language: language).SendFormAsync(
            "/accounts/sign-in", new() { ["UserName"] = name, ["Password"] = Chosen });
        return (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent;
    }

    /// <summary>Each from a browser that nobody knows.</summary>
    private async Task GuessAsync(string person, int times)
    {
        for (var time = 0; time < times; time++)
            (await SignInAsync(app.Visitor(), person, Wrong)).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static async Task<HttpStatusCode> SignInAsync(Visitor visitor, string person, string password)
    {
        using var answer = await visitor.SendFormAsync(
            "/accounts/sign-in", new() { ["UserName"] = person, ["Password"] = password }, "main form:has([name=Password])");
        return answer.StatusCode;
    }

    /// <summary>Of browsers that are known to the account.</summary>
    private Task<long> DoorsAsync(string person, string which = "true") => TestApp.AskAsync<long>(app.Superuser, $"""
        SELECT count(*) FROM account_door d JOIN account a ON a.id = d.account_id
            WHERE a.user_name = '{person}' AND d.id <> '{Doors.Door.OfStrangers}' AND {which}
        """);

    private Task<long> TellAsync(string verb, string person) => TestApp.AskAsync<long>(app.Superuser, $"""
        SELECT count(*) FROM audit_entry e JOIN account a ON e.subject = 'accounts/' || a.id
            WHERE e.verb = '{verb}' AND a.user_name = '{person}'
        """);

    /// <summary>Somebody with a password, and the browser in which it was used.</summary>
    private async Task<(string Person, Visitor Browser)> AddAsync(string name)
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        await app.Visitor().ChooseAsync(await People.LinkAsync(await administrator.AddAsync(name, Role.Auditor.Code())), Chosen);
        return (name, await app.SignInAsync(name, Chosen));
    }
}

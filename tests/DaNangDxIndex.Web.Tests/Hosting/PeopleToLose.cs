using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// People whom a request may sign out, shut out or give another password: each has an account like that of the role's person in the demo,
/// with a link to a new password, and whom nothing lets in any more is followed by another one.
/// </summary>
internal sealed class PeopleToLose(TestApp app)
{
    private static readonly string[] Ends = ["/accounts/sign-out", "/accounts/sessions", "/accounts/password", "/accounts/reset"];

    private readonly Dictionary<Role, Known> _people = [];

    private sealed record Known(Visitor Person, string Link);

    /// <summary>How many there have been.</summary>
    public int Made { get; private set; }

    /// <summary>What is sent there ends the session that sends, or that of others.</summary>
    public static bool AreAskedFor(string pattern) => Ends.Any(end => pattern.StartsWith(end, StringComparison.Ordinal));

    /// <returns>Somebody signed in, the token of their forms, and what the forms there want.</returns>
    public async Task<(Visitor Person, string Token, IReadOnlyDictionary<string, string> Right)> OfAsync(Role role)
    {
        if (!_people.TryGetValue(role, out var known) || await SessionsAsync(known.Person) is not { } sessions)
        {
            _people[role] = known = await MakeAsync(role);
            sessions = (await SessionsAsync(known.Person)).ShouldNotBeNull();
        }

        return (known.Person, sessions.Token, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Current"] = DemoAccounts.Password,
            ["Chosen"] = "Cầu Rồng phun lửa tối chủ nhật",
            ["Token"] = known.Link,
            ["session"] = sessions.Own,
        });
    }

    /// <summary>Null where nobody is signed in any more.</summary>
    private static async Task<(string Token, string Own)?> SessionsAsync(Visitor person)
    {
        using var answer = await person.GetAsync("/accounts/sessions");
        if (!answer.IsSuccessStatusCode)
            return null;
        var page = await Visitor.ReadAsync(answer);
        return (Value("__RequestVerificationToken").ShouldNotBeNull(), Value("session") ?? "");

        string? Value(string name) => page.QuerySelector<IHtmlInputElement>($"input[name={name}]") is { } input ? input.Value : null;
    }

    private async Task<Known> MakeAsync(Role role)
    {
        Made++;
        var link = $"{Guid.NewGuid():N}";
        var name = $"lost-{link}@da-nang.demo";
        await TestApp.AskAsync<int>(app.Superuser, string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO account SELECT (jsonb_populate_record(account, jsonb_build_object('id', gen_random_uuid(), 'mail', null,
                'user_name', '{name}', 'normalized_user_name', upper('{name}'), 'password_hash', given.password_hash,
                'reset_hash', sha256('{link}'), 'reset_expires_at', now() + interval '1 day'))).*
            FROM account CROSS JOIN (SELECT password_hash FROM account WHERE user_name = 'office@da-nang.demo') AS given
            WHERE user_name = '{DemoAccounts.UserName(role, "da-nang")}'
            """));
        // Signed in twice: one session is another's to end.
        await app.SignInAsync(name, DemoAccounts.Password);
        return new(await app.SignInAsync(name, DemoAccounts.Password), link);
    }
}

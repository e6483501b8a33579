using System.Net;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DaNangDxIndex.Accounts;

/// <summary>What a password costs is paid by who sends it, and by nobody else.</summary>
public sealed class PasswordWorkTests : IAsyncLifetime, IDisposable
{
    private readonly HasherOnHold _hasher = new();
    private readonly TestApp _app;

    public PasswordWorkTests() => _app = AppOf(connections: 3);

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => _hasher.Dispose();

    [Fact]
    public async Task Sign_ins_that_are_being_checked_hold_no_connection()
    {
        _hasher.Hold();
        var signIns = Enumerable.Range(0, 8).Select(_ => SignInAsync("auditor@da-nang.demo")).ToList();
        await _hasher.BegunAsync();
        try
        {
            (await _app.Visitor("khanh-hoa").GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await _app.Visitor().GetAsync("/editions/2024")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            _hasher.LetGo();
        }
        (await Task.WhenAll(signIns)).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Who_is_signed_in_and_changes_the_password_holds_no_connection()
    {
        var people = new List<Visitor>();
        foreach (var role in new[] { Role.Auditor, Role.Signatory, Role.Appraiser, Role.Approver })
            people.Add(await _app.SignedInAsync(role, "khanh-hoa"));
        var forms = await Task.WhenAll(people.Select(person => person.TokenAsync("/accounts/password")));
        _hasher.Hold();
        var changes = people.Zip(forms, (person, token) => person.Http.PostAsync(
            new Uri("/khanh-hoa/vi/accounts/password", UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Current"] = DemoAccounts.Password, ["Chosen"] = "Cầu Rồng phun lửa mỗi tối", ["__RequestVerificationToken"] = token,
            }))).ToList();
        await _hasher.BegunAsync();
        try
        {
            for (var time = 0; time < 5; time++)
                (await _app.Visitor().GetAsync("/editions/2024")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            _hasher.LetGo();
        }
        (await Task.WhenAll(changes)).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task More_than_can_wait_are_told_to_come_again()
    {
        // Behind three connections so many would already be told to come again before their passwords are read.
        var app = AppOf(connections: 40);
        await app.InitializeAsync();
        _hasher.Hold();
        var signIns = Enumerable.Range(0, 110 + Environment.ProcessorCount).Select(_ => SignInAsync(app, "nobody")).ToList();
        try
        {
            using var refused = await await Task.WhenAny(signIns);
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter.ShouldNotBeNull();
        }
        finally
        {
            _hasher.LetGo();
        }
        await Task.WhenAll(signIns);
        await app.DisposeAsync();
    }

    [Fact]
    public async Task An_unknown_name_costs_as_much_as_a_known_one()
    {
        await SignInAsync("nobody");
        var (first, _) = (_hasher.Checks, await SignInAsync("auditor@da-nang.demo"));
        var (second, _) = (_hasher.Checks, await SignInAsync("nobody at all"));
        (second - first).ShouldBe(1, "a known name's password is checked once");
        (_hasher.Checks - second).ShouldBe(1, "and an unknown name's is too");
    }

    [Fact]
    public async Task An_old_hash_is_made_anew_at_the_sign_in()
    {
        _hasher.Hashes = new();
        var old = new PasswordHasher<Account>().HashPassword(new() { FullName = "" }, DemoAccounts.Password);
        await TestApp.AskAsync<int>(
            _app.Superuser, $"UPDATE account SET password_hash = '{old}' WHERE user_name = 'office@khanh-hoa.demo'");
        (await SignInAsync("office@khanh-hoa.demo", "khanh-hoa")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var stored = await _app.InDatabaseAsync("khanh-hoa", db =>
            db.Set<Account>().Where(account => account.UserName == "office@khanh-hoa.demo").Select(account => account.PasswordHash)
                .SingleAsync());
        // PBKDF2 of the framework's third form: a mark, the function (2 is SHA-512) and the rounds, four bytes each.
        var bytes = Convert.FromBase64String(stored.ShouldNotBeNull());
        bytes[4].ShouldBe((byte)2);
        System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5)).ShouldBe(220_000);
    }

    private TestApp AppOf(int connections) => new()
    {
        More = $";Maximum Pool Size={connections}",
        Replace = services => services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Account>>(_hasher)),
    };

    private Task<HttpResponseMessage> SignInAsync(string userName, string tenant = "da-nang") => SignInAsync(_app, userName, tenant);

    private static Task<HttpResponseMessage> SignInAsync(TestApp app, string userName, string tenant = "da-nang") =>
        app.Visitor(tenant).SendFormAsync("/accounts/sign-in", new() { ["UserName"] = userName, ["Password"] = DemoAccounts.Password });

    /// <summary>The program's own hasher, which waits when it is told to, and counts.</summary>
    private sealed class HasherOnHold : IPasswordHasher<Account>, IDisposable
    {
        private readonly ManualResetEventSlim _go = new(true);
        private TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _checks;

        public int Checks => _checks;

        /// <summary>As cheap as those of the demo in the tests, so that none of them is made anew.</summary>
        public PasswordHashes Hashes { get; set; } = new(rounds: 1);

        public void Hold()
        {
            _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _go.Reset();
        }

        public void LetGo() => _go.Set();

        public Task BegunAsync() => _begun.Task;

        public string HashPassword(Account user, string password) => Hashes.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            _begun.TrySetResult();
            _go.Wait();
            Interlocked.Increment(ref _checks);
            return Hashes.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }

        public void Dispose() => _go.Dispose();
    }
}

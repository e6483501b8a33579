using System.Net;
using System.Threading.Channels;
using DaNangDxIndex.Access;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// The program has one connection here: whoever held it while a password is hashed would keep it from everybody else. On every way on which
/// a password is hashed, and at each hash of it, somebody else is served.
/// </summary>
public sealed class HashesHoldNothingTests : IAsyncLifetime
{
    private const string New = "Cầu Rồng phun lửa mỗi tối";
    private readonly HasherByTurns _hasher = new();
    private readonly TestApp _app;

    public HashesHoldNothingTests() => _app = new TestApp
    {
        More = ";Maximum Pool Size=2;Timeout=5",
        Replace = services => services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Account>>(_hasher)),
    };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public Task A_sign_in() => ServesOthersAsync(
        1, () => _app.Visitor().SendFormAsync("/accounts/sign-in", SignIn("auditor@da-nang.demo")));

    [Fact]
    public async Task A_sign_in_whose_hash_is_made_anew()
    {
        _hasher.Hashes = new();
        var old = new PasswordHasher<Account>().HashPassword(new() { FullName = "" }, DemoAccounts.Password);
        await TestApp.AskAsync<int>(
            _app.Superuser, $"UPDATE account SET password_hash = '{old}' WHERE user_name = 'office@da-nang.demo'");
        await ServesOthersAsync(2, () => _app.Visitor().SendFormAsync("/accounts/sign-in", SignIn("office@da-nang.demo")));
    }

    [Fact]
    public async Task A_change_of_password()
    {
        var person = await _app.SignedInAsync(Role.Appraiser);
        await ServesOthersAsync(2, () => person.SendFormAsync(
            "/accounts/password", new() { ["Current"] = DemoAccounts.Password, ["Chosen"] = New }, "form:has([name=Chosen])"));
    }

    [Fact]
    public async Task The_first_password_of_an_account()
    {
        var administrator = await _app.SignedInAsync(Role.Administrator);
        var link = await People.LinkAsync(await administrator.AddAsync("beginner", Role.Auditor.Code()));
        await ServesOthersAsync(1, () => _app.Visitor().TryToChooseAsync(link, New, null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_password_by_a_reset_link(bool signedIn)
    {
        var administrator = await _app.SignedInAsync(Role.Administrator);
        var account = await _app.AccountAsync("auditor@da-nang.demo");
        var link = await People.LinkAsync(
            await administrator.SendFormAsync($"/accounts/edit/{account.Id}", [], "form[action*='handler=Reset']"));
        var person = signedIn ? await _app.SignedInAsync(Role.Approver) : _app.Visitor();
        await ServesOthersAsync(1, () => person.TryToChooseAsync(link, New, null));
    }

    private async Task ServesOthersAsync(int hashes, Func<Task<HttpResponseMessage>> way)
    {
        var other = await _app.SignedInAsync(Role.Signatory);
        _hasher.ByTurns = true;
        var asking = way();
        var seen = 0;
        for (var turn = _hasher.NextAsync(); await Task.WhenAny(asking, turn) == turn; turn = _hasher.NextAsync())
        {
            seen++;
            try
            {
                using var page = await other.GetAsync("/accounts/password");
                page.StatusCode.ShouldBe(HttpStatusCode.OK, $"hash {seen} holds the connection");
            }
            finally
            {
                (await turn).Set();
            }
        }
        (await asking).StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.OK);
        seen.ShouldBe(hashes);
    }

    private static Dictionary<string, string> SignIn(string userName) =>
        new() { ["UserName"] = userName, ["Password"] = DemoAccounts.Password };

    /// <summary>The program's own hasher; each hash waits until the test lets it go.</summary>
    private sealed class HasherByTurns : IPasswordHasher<Account>
    {
        private readonly Channel<ManualResetEventSlim> _turns = Channel.CreateUnbounded<ManualResetEventSlim>();

        public bool ByTurns { get; set; }

        /// <summary>As cheap as those of the demo in the tests, so that none of them is made anew.</summary>
        public PasswordHashes Hashes { get; set; } = new(rounds: 1);

        public Task<ManualResetEventSlim> NextAsync() => _turns.Reader.ReadAsync().AsTask();

        public string HashPassword(Account user, string password)
        {
            Wait();
            return Hashes.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Wait();
            return Hashes.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }

        private void Wait()
        {
            if (!ByTurns)
                return;
            using var turn = new ManualResetEventSlim();
            _turns.Writer.TryWrite(turn);
            turn.Wait();
        }
    }
}

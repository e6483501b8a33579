using System.Collections.Concurrent;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Notices;

/// <summary>The program with a mail server that keeps every letter it is handed, and that says what a test wants.</summary>
public sealed class MailApp : IAsyncLifetime
{
    private readonly KeptRoute _route = new();

    public MailApp() => App = new()
    {
        Replace = services => services.AddSingleton(new MailSettings(_route, null, "https://dx.example")),
    };

    public TestApp App { get; }

    public IReadOnlyCollection<Letter> Carried => _route.Carried;

    /// <summary>Throws where the letter is not to be taken.</summary>
    public Action<Letter> Answer
    {
        set => _route.Answer = value;
    }

    public Task InitializeAsync() => App.InitializeAsync();

    public Task DisposeAsync() => App.DisposeAsync();

    /// <summary>One round, as if it were that moment.</summary>
    public Task RoundAsync(DateTimeOffset now) => App.InTenantAsync("da-nang", async services =>
    {
        await services.GetRequiredService<NoticeRound>().RunAsync(now, CancellationToken.None);
        return true;
    });

    public Task<List<Notice>> NoticesAsync(string userName, int year) => App.InDatabaseAsync("da-nang", db => (
        from notice in db.Set<Notice>().AsNoTracking()
        join account in db.Set<Accounts.Account>() on notice.AccountId equals account.Id
        where account.UserName == userName && notice.Key.Contains($"/{year}")
        orderby notice.At
        select notice).ToListAsync());

    private sealed class KeptRoute() : MailRoute(new("DX", "dx@dx.example"))
    {
        private readonly ConcurrentQueue<Letter> _carried = [];

        public IReadOnlyCollection<Letter> Carried => _carried;

        public Action<Letter> Answer { get; set; } = _ => { };

        public override Task CarryAsync(Letter letter, CancellationToken ct)
        {
            _carried.Enqueue(letter);
            Answer(letter);
            return Task.CompletedTask;
        }
    }
}

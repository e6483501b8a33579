using System.Net;
using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Hosting;

/// <summary>A public page that many ask for at once is made for the first of them, and the others wait for it.</summary>
public sealed class SharedMakingTests : IAsyncLifetime
{
    private LookedUp? _lookedUp;
    private readonly TestApp _app;

    public SharedMakingTests() => _app = new TestApp
    {
        Replace = services =>
        {
            var own = services.Last(service => service.ServiceType == typeof(IOutputCacheStore));
            services.AddSingleton<IOutputCacheStore>(at => _lookedUp = new(
                (IOutputCacheStore)(own.ImplementationFactory?.Invoke(at)
                    ?? ActivatorUtilities.CreateInstance(at, own.ImplementationType.ShouldNotBeNull()))));
        },
    };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    /// <summary>Others wait for the answer that the first one's request makes, and know nothing of that one.</summary>
    [Fact]
    public async Task Who_goes_away_while_a_page_is_made_takes_it_from_nobody_else()
    {
        await Eventually.HoldsAsync(() => _app.Services.GetRequiredService<PublicChanges>().State is not null);
        const string page = "/editions/2024/story?group=departments";
        var (first, second) = (_app.Visitor(), _app.Visitor());
        using var gone = new CancellationTokenSource();
        await using var busy = await HeldLock.ByAsync(_app, "LOCK TABLE edition IN ACCESS EXCLUSIVE MODE");
        var left = first.Http.GetAsync(new Uri($"/da-nang/vi{page}", UriKind.Relative), gone.Token);
        await busy.WaitedForAsync(1);
        _lookedUp.ShouldNotBeNull().Times.ShouldBe(1);
        var waited = second.GetAsync(page);
        // It has found nothing that is kept: from there it goes on, without a pause, to wait for the first one's.
        await Eventually.HoldsAsync(() => _lookedUp.Times == 2);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(left);
        await busy.CommitAsync();

        (await waited).StatusCode.ShouldBe(HttpStatusCode.OK);
        _lookedUp.Kept.ShouldBe(1, "it was made once");
    }

    /// <summary>The program's own store, and how often an answer was looked for and kept.</summary>
    private sealed class LookedUp(IOutputCacheStore own) : IOutputCacheStore
    {
        private int _times;
        private int _kept;

        public int Times => Volatile.Read(ref _times);

        public int Kept => Volatile.Read(ref _kept);

        public async ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
        {
            var found = await own.GetAsync(key, cancellationToken);
            Interlocked.Increment(ref _times);
            return found;
        }

        public ValueTask SetAsync(
            string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _kept);
            return own.SetAsync(key, value, tags, validFor, cancellationToken);
        }

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => own.EvictByTagAsync(tag, cancellationToken);
    }
}

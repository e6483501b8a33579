using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>A cluster that lets one wait in vain is away for all, until anybody is answered.</summary>
public sealed class ReachTests
{
    private readonly PassedTime _clock = new();
    private readonly Reach _reach;
    private int _forgotten;

    public ReachTests() => _reach = new("north", _clock, () => _forgotten++);

    [Fact]
    public async Task Who_asks_after_one_has_waited_in_vain_is_told_at_once()
    {
        await InVainAsync();
        var asked = 0;
        var told = await Should.ThrowAsync<ClusterIsAway>(
            () => _reach.AskedAsync(() => Task.FromResult(++asked), CancellationToken.None));
        told.Message.ShouldContain("north");
        asked.ShouldBe(0);
        _forgotten.ShouldBe(1, "connections that lie in the pool hang as well");
        PassingFailure.IsForNow(told).ShouldBeTrue();
    }

    [Fact]
    public async Task One_is_let_through_in_each_second_to_ask_again_and_the_first_answer_ends_it()
    {
        await InVainAsync();
        _clock.Seconds += 0.9;
        IsLetThrough().ShouldBeFalse();
        _clock.Seconds += 0.1;
        IsLetThrough().ShouldBeTrue();
        IsLetThrough().ShouldBeFalse();
        _clock.Seconds += 1;
        (await _reach.AskedAsync(() => Task.FromResult(1), CancellationToken.None)).ShouldBe(1);
        IsLetThrough().ShouldBeTrue();
        IsLetThrough().ShouldBeTrue();
    }

    [Fact]
    public async Task A_word_that_does_not_come_is_left_to_itself_and_ends_it_where_it_comes_after_all()
    {
        var word = new TaskCompletionSource<int>();
        _clock.Passes = true;
        await Should.ThrowAsync<ClusterIsAway>(() => _reach.AskedAsync(() => word.Task, CancellationToken.None));
        _reach.IsAway.ShouldBeTrue();
        _clock.Seconds += 0.1;
        word.SetResult(1);
        await Eventually.HoldsAsync(() => !_reach.IsAway);
    }

    [Fact]
    public async Task Whoever_goes_away_says_nothing_of_the_cluster()
    {
        using var browser = new CancellationTokenSource();
        var asked = _reach.AskedAsync(() => new TaskCompletionSource<int>().Task, browser.Token);
        await browser.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asked);
        _reach.IsAway.ShouldBeFalse();
    }

    [Fact]
    public async Task A_busy_cluster_that_answers_another_meanwhile_is_not_away()
    {
        await Should.ThrowAsync<NpgsqlException>(() => _reach.AskedAsync<int>(() =>
        {
            _clock.Seconds += 5;
            _reach.Answered();
            return Task.FromException<int>(new NpgsqlException("slow", new TimeoutException()));
        }, CancellationToken.None));
        _reach.IsAway.ShouldBeFalse();
    }

    [Fact]
    public async Task A_pool_whose_connections_are_all_in_use_and_a_server_that_refuses_say_nothing_of_the_cluster()
    {
        var (postgres, database) = await TestCluster.EmptyAsync();
        await using var pool = NpgsqlDataSource.Create($"{postgres.Connection("dx_app", database)};Maximum Pool Size=1;Timeout=1");
        await using var held = await pool.OpenConnectionAsync();
        var full = await Should.ThrowAsync<NpgsqlException>(async () => await pool.OpenConnectionAsync());
        full.InnerException.ShouldBeOfType<TimeoutException>();
        Reach.IsInVain(full).ShouldBeFalse();
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=dx_app;Database=dx");
        Reach.IsInVain(await Should.ThrowAsync<NpgsqlException>(async () => await nowhere.OpenConnectionAsync())).ShouldBeFalse();
    }

    private bool IsLetThrough()
    {
        try
        {
            _reach.MustNotBeAway();
            return true;
        }
        catch (ClusterIsAway)
        {
            return false;
        }
    }

    private Task InVainAsync() => Should.ThrowAsync<NpgsqlException>(() => _reach.AskedAsync(
        () => Task.FromException<int>(new NpgsqlException("Exception while reading", new TimeoutException())), CancellationToken.None));
}

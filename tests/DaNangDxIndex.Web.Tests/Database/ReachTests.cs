using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>A cluster that lets one wait in vain is away for all, for a moment, unless anybody is answered.</summary>
public sealed class ReachTests
{
    private readonly Standstill _clock = new();
    private readonly Reach _reach;

    public ReachTests() => _reach = new("north", _clock);

    [Fact]
    public async Task Who_asks_after_one_has_waited_in_vain_is_told_at_once()
    {
        await InVainAsync();
        var asked = 0;
        (await Should.ThrowAsync<ClusterIsAway>(() => _reach.AskedAsync(() => Task.FromResult(++asked)))).Message.ShouldContain("north");
        asked.ShouldBe(0);
        PassingFailure.IsForNow(new ClusterIsAway("north")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_later_it_is_asked_again()
    {
        await InVainAsync();
        _clock.Seconds += 0.9;
        _reach.IsAway.ShouldBeTrue();
        _clock.Seconds += 0.1;
        _reach.IsAway.ShouldBeFalse();
        (await _reach.AskedAsync(() => Task.FromResult(1))).ShouldBe(1);
    }

    [Fact]
    public async Task A_busy_cluster_that_answers_another_meanwhile_is_not_away()
    {
        await Should.ThrowAsync<NpgsqlException>(() => _reach.AskedAsync<int>(() =>
        {
            _clock.Seconds += 5;
            _reach.Answered();
            throw new NpgsqlException("slow", new TimeoutException());
        }));
        _reach.IsAway.ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_after_all_ends_it()
    {
        await InVainAsync();
        _clock.Seconds += 0.1;
        _reach.Answered();
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

    private Task InVainAsync() => Should.ThrowAsync<NpgsqlException>(() => _reach.AskedAsync<int>(
        () => throw new NpgsqlException("Exception while reading", new TimeoutException())));

    /// <summary>Time that goes on when a test says so, however busy the machine is.</summary>
    private sealed class Standstill : TimeProvider
    {
        public double Seconds { get; set; } = 1;

        public override long GetTimestamp() => (long)(Seconds * TimestampFrequency);
    }
}

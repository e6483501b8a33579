using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>A cluster that lets one wait in vain is away for all, for a moment, unless anybody is answered.</summary>
public sealed class PresenceTests
{
    private readonly Presence _presence = new("north");

    [Fact]
    public async Task Who_asks_after_one_has_waited_in_vain_is_told_at_once()
    {
        await InVainAsync();
        var asked = 0;
        (await Should.ThrowAsync<ClusterIsAway>(() => _presence.AskedAsync(() => Task.FromResult(++asked)))).Message.ShouldContain("north");
        asked.ShouldBe(0);
        PassingFailure.IsForNow(new ClusterIsAway("north")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_cluster_that_is_back_is_asked_again_within_a_second_or_so()
    {
        await InVainAsync();
        await Eventually.HoldsAsync(() => !_presence.IsAway);
        (await _presence.AskedAsync(() => Task.FromResult(1))).ShouldBe(1);
    }

    [Fact]
    public async Task A_busy_cluster_that_answers_another_meanwhile_is_not_away()
    {
        await Should.ThrowAsync<NpgsqlException>(() => _presence.AskedAsync<int>(() =>
        {
            _presence.Answered();
            throw new NpgsqlException("slow", new TimeoutException());
        }));
        _presence.IsAway.ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_after_all_ends_it()
    {
        await InVainAsync();
        _presence.Answered();
        _presence.IsAway.ShouldBeFalse();
    }

    [Fact]
    public async Task A_pool_whose_connections_are_all_in_use_and_a_server_that_refuses_say_nothing_of_the_cluster()
    {
        var (postgres, database) = await TestCluster.EmptyAsync();
        await using var pool = NpgsqlDataSource.Create($"{postgres.Connection("dx_app", database)};Maximum Pool Size=1;Timeout=1");
        await using var held = await pool.OpenConnectionAsync();
        var full = await Should.ThrowAsync<NpgsqlException>(async () => await pool.OpenConnectionAsync());
        full.InnerException.ShouldBeOfType<TimeoutException>();
        Presence.IsInVain(full).ShouldBeFalse();
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=dx_app;Database=dx");
        Presence.IsInVain(await Should.ThrowAsync<NpgsqlException>(async () => await nowhere.OpenConnectionAsync())).ShouldBeFalse();
    }

    private Task InVainAsync() => Should.ThrowAsync<NpgsqlException>(() => _presence.AskedAsync<int>(
        () => throw new NpgsqlException("Exception while reading", new TimeoutException())));
}

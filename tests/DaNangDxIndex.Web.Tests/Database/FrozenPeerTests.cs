using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// Another web process froze in the middle of a transaction: what it did so far stands here, on a connection made as its own are.
/// </summary>
public sealed class FrozenPeerTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private NpgsqlConnection? _frozen;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        try
        {
            if (_frozen is not null)
                await _frozen.DisposeAsync();
        }
        catch (NpgsqlException)
        {
            // The database has dropped it, as it should.
        }
    }

    [Fact]
    public async Task Between_its_entry_in_the_trail_and_its_commit_it_holds_up_nobody()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        await FreezeAfterAsync(
            "INSERT INTO audit_waiting (at, account_name, verb, subject) VALUES (now(), 'frozen', 'test.freeze', 'tests')");
        using var answer = await assessor.SaveAsync("files-received", "1");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_waits_for_the_same_assessment_is_told_to_come_again_and_is_served_when_the_frozen_one_was_dropped()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        await FreezeAfterAsync($"SELECT FROM assessment WHERE year = {edition.Year} AND agency = '{edition.Agency}' FOR UPDATE");
        using var answer = await assessor.SaveAsync("files-received", "1");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        for (var tries = 0; tries < 20; tries++)
        {
            using var again = await assessor.SaveAsync("files-received", "1");
            if (again.StatusCode == HttpStatusCode.OK)
                return;
            again.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }
        Assert.Fail("The frozen process kept its lock.");
    }

    private async Task FreezeAfterAsync(string sql)
    {
        _frozen = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        var tenant = await TestApp.AskAsync<Guid>(app.Owner, "SELECT id FROM tenant WHERE slug = 'da-nang'");
        await using var begin = new NpgsqlCommand($"SELECT set_config('app.tenant_id', '{tenant}', false); BEGIN; {sql}", _frozen);
        await begin.ExecuteNonQueryAsync();
    }
}

using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Editions;

public sealed class OneRoundTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_database_takes_no_edition_with_a_second_round_that_cannot_be_finished()
    {
        var refusal = await Should.ThrowAsync<PostgresException>(() => TestApp.AskAsync<int>(app.Superuser,
            "INSERT INTO edition (tenant_id, year, stage, rounds, in_force_on, illustrative) SELECT id, 2099, 'drafting', 2, "
                + "'2099-12-31', true FROM tenant LIMIT 1"));

        (refusal.SqlState, refusal.ConstraintName).ShouldBe((PostgresErrorCodes.CheckViolation, "edition_one_round"));
    }
}

using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Database;

public sealed class ConnectionLimitsTests
{
    [Fact]
    public async Task The_application_lets_no_statement_be_compiled_unless_its_connection_string_says_so()
    {
        var (postgres, database) = await TestCluster.EmptyAsync();
        var application = postgres.Connection("postgres", database);
        (await TestApp.AskAsync<string>(application, "SHOW jit")).ShouldBe("on");
        (await TestApp.AskAsync<string>(ConnectionLimits.Added(application), "SHOW jit")).ShouldBe("off");
        (await TestApp.AskAsync<string>(ConnectionLimits.Added(application + ";Options=-c jit=on"), "SHOW jit")).ShouldBe("on");
    }

    /// <summary>A pooler between takes the options of a connection away, so they stand at the role as well.</summary>
    [Theory]
    [InlineData("jit")]
    [InlineData("statement_timeout")]
    [InlineData("lock_timeout")]
    [InlineData("idle_in_transaction_session_timeout")]
    public async Task The_role_itself_has_the_limits_that_a_connection_asks_for(string limit)
    {
        var (postgres, database) = await TestCluster.EmptyAsync();
        var application = postgres.Connection("dx_app", database);
        var asked = await TestApp.AskAsync<string>(ConnectionLimits.Added(application), $"SHOW {limit}");
        (await TestApp.AskAsync<string>(application, $"SHOW {limit}")).ShouldBe(asked);
        asked.ShouldNotBe(await TestApp.AskAsync<string>(postgres.Connection("postgres", database), $"SHOW {limit}"));
    }
}

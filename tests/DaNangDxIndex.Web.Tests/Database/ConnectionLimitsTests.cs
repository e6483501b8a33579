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
}

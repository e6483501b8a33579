using DaNangDxIndex.Harness;
using Npgsql;

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

    /// <summary>A machine that vanishes says nothing: whoever waits for it asks by itself, on both sides, after ten seconds.</summary>
    [Fact]
    public void Over_the_network_both_sides_look_whether_the_other_is_still_there()
    {
        var there = new NpgsqlConnectionStringBuilder(ConnectionLimits.Added("Host=db;Username=dx_app"));
        (there.TcpKeepAlive, there.TcpKeepAliveTime, there.TcpKeepAliveInterval).ShouldBe((true, 10, 5));
        there.Options.ShouldNotBeNull().ShouldContain(
            "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3");

        var here = new NpgsqlConnectionStringBuilder(ConnectionLimits.Added("Host=/run/dx;Username=dx_app"));
        here.TcpKeepAlive.ShouldBeFalse();
        here.Options.ShouldNotBeNull().ShouldNotContain("tcp_keepalives");
        var chosen = new NpgsqlConnectionStringBuilder(ConnectionLimits.Added("Host=db;Tcp Keepalive Time=60"));
        chosen.TcpKeepAliveTime.ShouldBe(60, "what the connection string says holds");
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

using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Database;

public sealed class ApplicationRoleTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public void It_refuses_to_serve_as_the_owner() => Refusal(app.Owner).ShouldContain("bypasses row level security, owns tables");

    [Fact]
    public void It_refuses_to_serve_as_a_superuser() => Refusal(app.Superuser).ShouldContain("is a superuser");

    private static string Refusal(string connection)
    {
        using var host = TestCluster.Host(connection, owner: null);
        return Should.Throw<CannotStart>(() => host.Services).Message;
    }
}

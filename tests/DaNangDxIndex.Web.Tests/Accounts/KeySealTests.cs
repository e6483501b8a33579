using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Accounts;

/// <summary>The keys of sign-ins lie in the database, the secret that opens them does not.</summary>
public sealed class KeySealTests
{
    private const string First = "MTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTE=";
    private const string Second = "MjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjI=";

    [Fact]
    public async Task A_secret_is_changed_without_anybody_being_thrown_out_and_what_it_sealed_opens_with_nothing_else()
    {
        var (postgres, database) = await TestCluster.CopyAsync();
        var (application, owner) = (postgres.Connection("dx_app", database), postgres.Connection("dx_owner", database));
        await ExecuteAsync(owner, "DELETE FROM data_protection_key");

        var inClear = await ProtectAsync(application, "", "signed in");
        (await KeysAsync(owner)).ShouldHaveSingleItem().ShouldContain("<masterKey");

        await SealAsync(application, owner, First);
        (await KeysAsync(owner)).ShouldHaveSingleItem().ShouldNotContain("<masterKey");
        Open(application, First, inClear).ShouldBe("signed in");

        await SealAsync(application, owner, $"{Second}\n{First}");
        Open(application, Second, inClear).ShouldBe("signed in");
        Should.Throw<CannotStart>(() => Open(application, First, inClear)).Message.ShouldContain("which DX_KEYS does not hold");
        Should.Throw<CannotStart>(() => Open(application, "", inClear)).Message.ShouldContain("which DX_KEYS does not hold");
    }

    [Fact]
    public async Task A_key_that_is_made_with_a_secret_is_sealed_from_its_first_day()
    {
        var (postgres, database) = await TestCluster.CopyAsync();
        var (application, owner) = (postgres.Connection("dx_app", database), postgres.Connection("dx_owner", database));
        await ExecuteAsync(owner, "DELETE FROM data_protection_key");

        var kept = await ProtectAsync(application, First, "signed in");

        (await KeysAsync(owner)).ShouldHaveSingleItem().ShouldNotContain("<masterKey");
        Open(application, First, kept).ShouldBe("signed in");
        var (code, told) = await ProgramVerb.RunAsync(
            new() { ["ConnectionStrings__Dx"] = application, ["DX_KEYS"] = First }, "keys", "--lang", "en");
        (code, told.Trim()).ShouldBe((0, told.Trim()));
        told.ShouldContain("sealed with ");
    }

    [Fact]
    public async Task A_secret_of_another_length_is_refused_at_start()
    {
        var (postgres, database) = await TestCluster.CopyAsync();
        Should.Throw<CannotStart>(() => Open(postgres.Connection("dx_app", database), "c2hvcnQ=", ""))
            .Message.ShouldContain("32 random bytes");
    }

    private static Task<string> ProtectAsync(string application, string secrets, string text)
    {
        using var host = TestCluster.Host(application, owner: null, new() { ["DX_KEYS"] = secrets });
        return Task.FromResult(host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect(text));
    }

    private static string Open(string application, string secrets, string kept)
    {
        using var host = TestCluster.Host(application, owner: null, new() { ["DX_KEYS"] = secrets });
        return host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(kept);
    }

    private static async Task SealAsync(string application, string owner, string secrets)
    {
        var (code, told) = await ProgramVerb.RunAsync(new()
        {
            ["ConnectionStrings__Dx"] = application, ["ConnectionStrings__DxOwner"] = owner, ["DX_KEYS"] = secrets,
        }, "keys", "seal");
        code.ShouldBe(0, told);
    }

    private static Task<List<string>> KeysAsync(string owner) => TestApp.ListAsync(owner, "SELECT xml FROM data_protection_key");

    private static Task<int> ExecuteAsync(string owner, string sql) => TestApp.AskAsync<int>(owner, sql);
}

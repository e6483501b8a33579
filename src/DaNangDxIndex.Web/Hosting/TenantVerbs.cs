using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Placement;
using DaNangDxIndex.Tenancy;
using Npgsql;

namespace DaNangDxIndex.Hosting;

/// <summary>A new tenant, what it asks of its people, and a way in where its last administrator has none.</summary>
internal static class TenantVerbs
{
    private const string Nothing = "none";

    public static async Task<int> AddAsync(VerbCall call, string slug)
    {
        var owner = call.Clusters.Home.Owner;
        if (call.Option("--vi") is not { } vi || call.Option("--en") is not { } en || call.Option("--kind") is not ("city" or "province"))
        {
            const string example = """  dx tenant add lao-cai --vi "Tỉnh Lào Cai" --en "Lao Cai Province" --kind province""";
            return await call.RefuseAsync(
                $"Cần tên bằng cả hai thứ tiếng, và loại:{Environment.NewLine}{example}",
                $"A tenant needs its name in both languages, and its kind:{Environment.NewLine}{example}");
        }
        if (NewTenant.Fault(slug) is { } fault)
            return await call.RefuseAsync(fault);
        await using var update = new SchemaUpdate(owner);
        await update.RunAsync(CancellationToken.None);
        await using var dataSource = new NpgsqlDataSourceBuilder(owner).Build();
        var tenant = await new NewTenant(slug, new(vi, en), call.Option("--kind") ?? "").AddAsync(dataSource, CancellationToken.None);
        await using var scope = call.Enter(tenant);
        await call.TellAsync($"Đã có /{tenant.Slug}.", $"/{tenant.Slug} is there.");
        if (await FirstAdministrator.AddAsync(scope.ServiceProvider, CancellationToken.None) is { } address)
            await call.TellAsync(
                $"Quản trị viên đặt mật khẩu, một lần, trong {(int)LinkRules.Lives.TotalHours} giờ, tại {Public(call)}{address}",
                $"Its administrator chooses a password, once, within {(int)LinkRules.Lives.TotalHours} hours, at {Public(call)}{address}");
        return 0;
    }

    public static async Task<int> AskForSecondFactorAsync(VerbCall call, string slug, string list)
    {
        var roles = Listed(list);
        if (Array.Find(roles, role => RoleCode.Parse(role) is null) is { } unknown)
        {
            var known = string.Join(", ", Enum.GetValues<Role>().Select(role => role.Code()));
            return await call.RefuseAsync($"Không có vai trò {unknown}. Có: {known}.", $"There is no role {unknown}: {known}.");
        }
        await using var dataSource = new NpgsqlDataSourceBuilder(await OwnerOfPlaceAsync(call, slug)).Build();
        if (!await NewTenant.AskForSecondFactorAsync(dataSource, slug, roles, CancellationToken.None))
            throw MoveRefusal.NoTenant(slug);
        var told = string.Join(", ", roles);
        await call.TellAsync(
            $"/{slug}: bắt buộc với {(told.Length == 0 ? "không ai" : told)}.",
            $"/{slug}: compulsory for {(told.Length == 0 ? "nobody" : told)}.");
        return 0;
    }

    public static async Task<int> AskForFourEyesAsync(VerbCall call, string slug, string list)
    {
        var known = Enum.GetValues<FourEyes>().ToDictionary(NewTenant.WordOf, matter => matter, StringComparer.OrdinalIgnoreCase);
        var matters = Listed(list);
        if (Array.Find(matters, matter => !known.ContainsKey(matter)) is { } unknown)
        {
            var all = string.Join(", ", known.Keys);
            return await call.RefuseAsync($"{unknown} không thuộc: {all}.", $"{unknown} is none of {all}.");
        }
        await using var dataSource = new NpgsqlDataSourceBuilder(await OwnerOfPlaceAsync(call, slug)).Build();
        if (!await NewTenant.AskForFourEyesAsync(dataSource, slug, matters.Select(matter => known[matter]), CancellationToken.None))
            throw MoveRefusal.NoTenant(slug);
        var told = string.Join(", ", matters);
        await call.TellAsync(
            $"/{slug}: cần hai người cho {(told.Length == 0 ? "không việc nào nữa" : told)}.",
            $"/{slug}: two people for {(told.Length == 0 ? "nothing more" : told)}.");
        return 0;
    }

    public static async Task<int> RecoverAsync(VerbCall call, string slug, string user)
    {
        await using var scope = call.Enter((await call.TenantsAsync(slug))[0]);
        var token = await scope.ServiceProvider.GetRequiredService<RecoverAdministrator>().HandleAsync(new(user), CancellationToken.None);
        var address = $"{Public(call)}/{slug}/vi/accounts/reset?token={token}";
        var hours = (int)LinkRules.Lives.TotalHours;
        await call.TellAsync(
            $"{user} là quản trị viên của /{slug} và đặt mật khẩu, một lần, trong {hours} giờ, tại {address}",
            $"{user} is an administrator of /{slug} and chooses a password, once, within {hours} hours, at {address}");
        return 0;
    }

    private static string[] Listed(string list) => list == Nothing ? []
        : list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Public(VerbCall call) => call.App.Configuration["DX_PUBLIC_URL"];

    /// <summary>What a tenant asks of its people stands in its row on its own cluster.</summary>
    private static async Task<string> OwnerOfPlaceAsync(VerbCall call, string slug)
    {
        var tenant = await call.Services.GetRequiredService<Tenants>().FindAsync(slug, CancellationToken.None);
        return call.Clusters.Of(tenant?.Cluster).Owner;
    }
}

using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Database.Embedded;
using DaNangDxIndex.Placement;
using DaNangDxIndex.Tenancy;
using Npgsql;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What the program does instead of serving, when it is started with a verb: "dx migrate", "dx tenant add …", "dx audit verify".
/// </summary>
internal static class Verbs
{
    private const string Usage = """
        dx                                                     serves
        dx migrate                                             brings the schema up to date
        dx tenant add SLUG --vi NAME --en NAME --kind city|province
        dx tenant second-factor SLUG ROLE,ROLE|none            for which roles the second step at the sign-in is compulsory
        dx tenant four-eyes SLUG MATTER,MATTER|none            for which acts two people are wanted
        dx tenant list                                         which tenant stands on which cluster
        dx tenant move SLUG --to CLUSTER [--keep] [--lang vi|en]  to "home" or one of Clusters__…; --keep leaves the old rows
        dx tenant open SLUG                                    takes writes again where it stands, after a move that was killed
        dx administrator SLUG USER                             makes USER an administrator who can sign in, and prints a one-time link
        dx audit verify [SLUG]                                 recomputes the audit chain of one tenant or of all
        dx audit verify SLUG --head HEAD                       and compares it with a head printed on a publication (may be repeated)
        dx evidence verify [SLUG]                              reads every file of evidence and compares its digest
        dx evidence sweep                                      takes away files that no upload completed
        dx keys                                                says with which secret of DX_KEYS each key of sign-ins is sealed
        dx keys seal                                           seals all of them with the first secret of DX_KEYS, as the owner
        dx backup FOLDER [--cluster NAME] [--lang vi|en]       database and evidence to the same point, in a new folder below FOLDER
        dx restore FOLDER/TIME [--keep-evidence] [--cluster NAME] [--lang vi|en]
                                                               a backup into an empty database, and verifies what came of it
        migrate, tenant, keys seal and restore work as the database's owner: ConnectionStrings__DxOwner;
        backup as ConnectionStrings__DxBackup; Clusters__NAME__… for a further cluster.
        """;

    /// <summary>The exit code, or null when there is no verb.</summary>
    public static async Task<int?> RunAsync(WebApplication app, string[] args)
    {
        var words = args.TakeWhile(word => !word.StartsWith('-')).ToArray();
        if (words.Length == 0)
            return null;
        if (app.Services.GetService<LocalPostgres>() is { } postgres)
            await postgres.EnsureRunningAsync(CancellationToken.None);
        try
        {
            return await RunAsync(app, args, words);
        }
        catch (RuleViolation refused)
        {
            return await RefuseAsync(refused.Sentence.In(Language(args)));
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    private static Task<int> RunAsync(WebApplication app, string[] args, string[] words) => words switch
    {
        ["migrate"] => MigrateAsync(app),
        ["tenant", "add", var slug] => AddTenantAsync(app, slug, args),
        ["tenant", "second-factor", var slug, var roles] => AskForSecondFactorAsync(app, slug, roles),
        ["tenant", "four-eyes", var slug, var matters] => AskForFourEyesAsync(app, slug, matters),
        ["tenant", "list"] => PlacementVerbs.ListAsync(app),
        ["tenant", "move", var slug] when Option(args, "--to") is { } to =>
            PlacementVerbs.MoveAsync(app, new(slug, to, args.Contains("--keep")), Language(args)),
        ["tenant", "open", var slug] => PlacementVerbs.OpenAsync(app, slug, Language(args)),
        ["administrator", var slug, var user] => RecoverAsync(app, slug, user),
        ["audit", "verify"] => AuditVerbs.VerifyAsync(app, null, args),
        ["audit", "verify", var slug] => AuditVerbs.VerifyAsync(app, slug, args),
        ["evidence", "verify"] => EvidenceVerbs.VerifyAsync(app, null),
        ["evidence", "verify", var slug] => EvidenceVerbs.VerifyAsync(app, slug),
        ["evidence", "sweep"] => EvidenceVerbs.SweepAsync(app),
        ["keys"] => KeyVerbs.ListAsync(app, Language(args)),
        ["keys", "seal"] => KeyVerbs.SealAsync(app, Language(args)),
        ["backup", var root] => BackupVerbs.BackupAsync(app, root, Option(args, "--cluster"), Language(args)),
        ["restore", var folder] => BackupVerbs.RestoreAsync(
            app, new(folder, BackupVerbs.Target(app, Option(args, "--cluster")), args.Contains("--keep-evidence")), Language(args)),
        _ => RunAddedAsync(app, words),
    };

    private static async Task<int> RunAddedAsync(WebApplication app, string[] words)
    {
        var added = app.Services.GetServices<AddedVerb>().ToList();
        foreach (var verb in added)
        {
            if (await verb.RunAsync(app.Services, words) is { } exitCode)
                return exitCode;
        }
        return await RefuseAsync(string.Join(Environment.NewLine, [Usage, .. added.Select(verb => verb.Usage)]));
    }

    private static async Task<int> MigrateAsync(WebApplication app)
    {
        if (Owner(app) is not { } owner)
            return await RefuseAsync("ConnectionStrings__DxOwner is not set.");
        await using var update = new SchemaUpdate(owner);
        await update.RunAsync(CancellationToken.None);
        foreach (var cluster in app.Services.GetRequiredService<Clusters>().Further)
        {
            if (cluster.Addresses.Owner is not { } further)
                return await RefuseAsync($"{cluster.Setting("DxOwner")} is not set.");
            await using var there = new SchemaUpdate(further);
            await there.RunAsync(CancellationToken.None);
            await Console.Out.WriteLineAsync($"{cluster.Name}: the schema is up to date.");
        }
        await Console.Out.WriteLineAsync("The schema is up to date.");
        return 0;
    }

    private static async Task<int> AddTenantAsync(WebApplication app, string slug, string[] args)
    {
        if (Owner(app) is not { } owner)
            return await RefuseAsync("ConnectionStrings__DxOwner is not set.");
        if (Option(args, "--vi") is not { } vi || Option(args, "--en") is not { } en
            || Option(args, "--kind") is not ("city" or "province"))
        {
            return await RefuseAsync(string.Join(Environment.NewLine,
                "A tenant needs its name in both languages, and its kind:",
                """  dx tenant add lao-cai --vi "Tỉnh Lào Cai" --en "Lao Cai Province" --kind province"""));
        }
        if (NewTenant.Fault(slug) is { } fault)
            return await RefuseAsync(fault);
        await using var update = new SchemaUpdate(owner);
        await update.RunAsync(CancellationToken.None);
        await using var dataSource = new NpgsqlDataSourceBuilder(owner).Build();
        var tenant = await new NewTenant(slug, new(vi, en), Option(args, "--kind") ?? "").AddAsync(dataSource, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        await Console.Out.WriteLineAsync($"/{tenant.Slug} is there.");
        if (await FirstAdministrator.AddAsync(scope.ServiceProvider, CancellationToken.None) is { } address)
            await Console.Out.WriteLineAsync(
                $"Its administrator chooses a password, once, within 72 hours, at {app.Configuration["DX_PUBLIC_URL"]}{address}");
        return 0;
    }

    private static async Task<int> AskForSecondFactorAsync(WebApplication app, string slug, string list)
    {
        if (Owner(app) is not { } owner)
            return await RefuseAsync("ConnectionStrings__DxOwner is not set.");
        string[] roles = list == "none" ? [] : list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Array.Find(roles, role => RoleCode.Parse(role) is null) is { } unknown)
            return await RefuseAsync(
                $"There is no role {unknown}: {string.Join(", ", Enum.GetValues<Role>().Select(role => role.Code()))}.");
        await using var dataSource = new NpgsqlDataSourceBuilder(await OwnerOfPlaceAsync(app, slug, owner)).Build();
        if (!await NewTenant.AskForSecondFactorAsync(dataSource, slug, roles, CancellationToken.None))
            return await RefuseTenantAsync(slug);
        await Console.Out.WriteLineAsync($"/{slug}: compulsory for {(roles.Length == 0 ? "nobody" : string.Join(", ", roles))}.");
        return 0;
    }

    private static async Task<int> AskForFourEyesAsync(WebApplication app, string slug, string list)
    {
        if (Owner(app) is not { } owner)
            return await RefuseAsync("ConnectionStrings__DxOwner is not set.");
        var known = Enum.GetValues<FourEyes>().ToDictionary(NewTenant.WordOf, matter => matter, StringComparer.OrdinalIgnoreCase);
        string[] matters = list == "none" ? [] : list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Array.Find(matters, matter => !known.ContainsKey(matter)) is { } unknown)
            return await RefuseAsync($"{unknown} is none of {string.Join(", ", known.Keys)}.");
        await using var dataSource = new NpgsqlDataSourceBuilder(await OwnerOfPlaceAsync(app, slug, owner)).Build();
        if (!await NewTenant.AskForFourEyesAsync(dataSource, slug, matters.Select(matter => known[matter]), CancellationToken.None))
            return await RefuseTenantAsync(slug);
        await Console.Out.WriteLineAsync($"/{slug}: two people for {(matters.Length == 0 ? "nothing more" : string.Join(", ", matters))}.");
        return 0;
    }

    private static async Task<int> RecoverAsync(WebApplication app, string slug, string user)
    {
        if (await app.Services.GetRequiredService<Tenants>().FindAsync(slug, CancellationToken.None) is not { } tenant)
            return await RefuseTenantAsync(slug);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        try
        {
            var token = await scope.ServiceProvider.GetRequiredService<RecoverAdministrator>()
                .HandleAsync(new(user), CancellationToken.None);
            await Console.Out.WriteLineAsync($"{user} is an administrator of /{slug} and chooses a password, once, within 72 hours, at "
                + $"{app.Configuration["DX_PUBLIC_URL"]}/{slug}/vi/accounts/reset?token={token}");
            return 0;
        }
        catch (RuleViolation refused)
        {
            return await RefuseAsync(refused.Sentence.En);
        }
    }

    private static string? Owner(WebApplication app) => app.Services.GetRequiredService<DatabaseAddresses>().Owner;

    /// <summary>What a tenant asks of its people stands in its row on its own cluster.</summary>
    private static async Task<string> OwnerOfPlaceAsync(WebApplication app, string slug, string home)
    {
        var tenant = await app.Services.GetRequiredService<Tenants>().FindAsync(slug, CancellationToken.None);
        var place = app.Services.GetRequiredService<Clusters>().Of(tenant?.Cluster);
        return place.IsHome ? home : place.Addresses.Owner ?? throw MoveRefusal.NoConnection(place.Setting("DxOwner"));
    }

    private static string Language(string[] args) => Option(args, "--lang") ?? "vi";

    private static string? Option(string[] args, string name) => args.SkipWhile(word => word != name).Skip(1).FirstOrDefault();

    /// <param name="slug">One tenant; null for all.</param>
    internal static async Task<List<Tenant>> TenantsAsync(WebApplication app, string? slug) =>
        [.. (await app.Services.GetRequiredService<Tenants>().AllAsync(CancellationToken.None))
            .Where(tenant => slug is null || slug == tenant.Slug)];

    internal static AsyncServiceScope Enter(WebApplication app, Tenant tenant)
    {
        var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        return scope;
    }

    internal static Task<int> RefuseTenantAsync(string slug) => RefuseAsync($"There is no tenant {slug}.");

    internal static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 2;
    }
}

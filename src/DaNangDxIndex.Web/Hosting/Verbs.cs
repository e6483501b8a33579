using DaNangDxIndex.Database;
using DaNangDxIndex.Database.Embedded;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What the program does instead of serving, when it is started with a verb: "dx migrate", "dx tenant add …", "dx audit verify".
/// </summary>
internal static class Verbs
{
    private static readonly string[] Help = ["help", "--help", "-h"];

    /// <summary>The exit code, or null when there is no verb.</summary>
    public static async Task<int?> RunAsync(WebApplication app, string[] args)
    {
        var call = new VerbCall(app, args);
        if (args is [var first, ..] && Help.Contains(first, StringComparer.Ordinal))
        {
            await call.TellAsync(VerbUsage.Of(app));
            return 0;
        }
        if (call.Words.Length == 0)
            return null;
        if (app.Services.GetService<LocalPostgres>() is { } postgres)
            await postgres.EnsureRunningAsync(CancellationToken.None);
        try
        {
            return await RunAsync(call);
        }
        catch (RuleViolation refused)
        {
            return await call.RefuseAsync(refused.Sentence);
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    private static Task<int> RunAsync(VerbCall call) => call.Words switch
    {
        ["migrate"] => MigrateAsync(call),
        ["tenant", "add", var slug] => TenantVerbs.AddAsync(call, slug),
        ["tenant", "second-factor", var slug, var roles] => TenantVerbs.AskForSecondFactorAsync(call, slug, roles),
        ["tenant", "four-eyes", var slug, var matters] => TenantVerbs.AskForFourEyesAsync(call, slug, matters),
        ["tenant", "list"] => PlacementVerbs.ListAsync(call),
        ["tenant", "move", var slug] when call.Option("--to") is { } to =>
            PlacementVerbs.MoveAsync(call, new(slug, to, call.Has("--keep"))),
        ["tenant", "open", var slug] => PlacementVerbs.OpenAsync(call, slug),
        ["administrator", var slug, var user] => TenantVerbs.RecoverAsync(call, slug, user),
        ["audit", "verify"] => AuditVerbs.VerifyAsync(call, null),
        ["audit", "verify", var slug] => AuditVerbs.VerifyAsync(call, slug),
        ["evidence", "verify"] => EvidenceVerbs.VerifyAsync(call, null),
        ["evidence", "verify", var slug] => EvidenceVerbs.VerifyAsync(call, slug),
        ["evidence", "sweep"] => EvidenceVerbs.SweepAsync(call),
        ["keys"] => KeyVerbs.ListAsync(call),
        ["keys", "seal"] => KeyVerbs.SealAsync(call),
        ["backup", var root] => BackupVerbs.BackupAsync(call, root),
        ["restore", var folder] => BackupVerbs.RestoreAsync(call, folder),
        _ => RunAddedAsync(call),
    };

    private static async Task<int> RunAddedAsync(VerbCall call)
    {
        foreach (var verb in call.Services.GetServices<AddedVerb>())
        {
            if (await verb.RunAsync(call.Services, call.Words) is { } exitCode)
                return exitCode;
        }
        return await call.RefuseAsync(VerbUsage.Of(call.App));
    }

    private static async Task<int> MigrateAsync(VerbCall call)
    {
        await using var update = new SchemaUpdate(call.Clusters.Home.Owner);
        await update.RunAsync(CancellationToken.None);
        foreach (var cluster in call.Clusters.Further)
        {
            await using var there = new SchemaUpdate(cluster.Owner);
            await there.RunAsync(CancellationToken.None);
            await call.TellAsync($"{cluster.Name}: lược đồ đã cập nhật.", $"{cluster.Name}: the schema is up to date.");
        }
        await call.TellAsync("Lược đồ đã cập nhật.", "The schema is up to date.");
        return 0;
    }
}

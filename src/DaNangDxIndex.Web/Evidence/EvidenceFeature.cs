using DaNangDxIndex.Accounts;
using DaNangDxIndex.Evidence.Bucket;
using DaNangDxIndex.Evidence.Scanning;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DaNangDxIndex.Evidence;

internal static class EvidenceFeature
{
    /// <summary>
    /// Where evidence lies: the bucket DX_EVIDENCE_S3, or the folder DX_EVIDENCE, or beside the private database in DX_DATA; nowhere
    /// without any of them, and then no file is taken.
    /// </summary>
    public static void AddEvidence(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var folder = settings["DX_EVIDENCE"] is { Length: > 0 } given ? given
            : settings["DX_DATA"] is { Length: > 0 } data
                && string.IsNullOrWhiteSpace(settings.GetConnectionString("Dx")) ? Path.Combine(data, "evidence") : null;
        var services = builder.Services;
        services.AddSingleton(_ => new EvidenceStore(PlaceOf(settings, folder)));
        services.AddSingleton(new Clamd(settings["DX_CLAMD"]));
        services.AddSingleton(new FolderLimit(settings.GetValue("DX_EVIDENCE_AGENCY_MB", 2048L) * FolderRules.MiB));
        services.AddScoped<EvidenceWords>();
        services.AddScoped<AgencyFolder>();
        services.AddScoped<FolderContents>();
        services.AddScoped<ShownEvidence>();
        services.AddScoped<EvidenceHints>();
        services.AddScoped<AddFile>();
        services.AddScoped<CiteDocument>();
        services.AddScoped<HidePiece>();
        services.AddScoped<PieceIntake>();
        services.AddScoped<FileAnswer>();
        services.AddScoped<ScanWork>().AddSingleton<RefusedFiles>();
        services.AddScoped<SweepStore>();
        services.AddScoped<VerifyStore>();
        services.AddHealthChecks().AddCheck<StoreIsThere>("evidence", HealthStatus.Degraded);
        services.AddHostedService<ScanWorker>();
        services.AddHostedService<SweepWorker>();
        services.Configure<RateLimiterOptions>(Uploads.Limit);
    }

    /// <summary>With a bucket the folder holds what is coming in alone, and may be any that this process can write.</summary>
    private static IFilePlace? PlaceOf(IConfiguration settings, string? folder)
    {
        if (BucketAddress.Of(settings) is { } bucket)
        {
            var local = FolderOfFiles.Writable(folder ?? Path.Combine(Path.GetTempPath(), "dx-evidence"));
            return new BucketOfFiles(bucket, local.Incoming);
        }
        return folder is null ? null : FolderOfFiles.Writable(folder);
    }
}

/// <summary>How many files and documents one address may send in a minute: DX_UPLOADS_PER_MINUTE, 120 by default.</summary>
public static class Uploads
{
    public const string Policy = "uploads";

    internal static void Limit(RateLimiterOptions limiter) => limiter.AddPerAddress(Policy, "DX_UPLOADS_PER_MINUTE", 120);
}

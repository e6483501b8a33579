using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Amendments;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Backups;
using DaNangDxIndex.Commitments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Documents;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.FirstRun;
using DaNangDxIndex.Homes;
using DaNangDxIndex.Editions.PastResults;
using DaNangDxIndex.Hosting;
using DaNangDxIndex.Laboratory;
using DaNangDxIndex.Notices;
using DaNangDxIndex.OpenData;
using DaNangDxIndex.Papers;
using DaNangDxIndex.Placement;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Replies;
using DaNangDxIndex.Scorecards;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Story;
using DaNangDxIndex.Targets;
using DaNangDxIndex.Telemetry;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Trail;

namespace DaNangDxIndex;

public sealed class Program
{
    private Program()
    {
    }

    public static Task<int> Main(string[] args) => RunAsync(args, _ => { });

    /// <summary>Serves, or does what the verb asks for.</summary>
    /// <param name="args">The words of the command line.</param>
    /// <param name="add">What a program around this one adds or sets before anything is built, as that of the demonstration does.</param>
    public static async Task<int> RunAsync(string[] args, Action<WebApplicationBuilder> add)
    {
        Start.RefuseInOneSentence();
        var builder = WebApplication.CreateBuilder(args);
        add(builder);
        builder.AddHosting();
        builder.AddDatabase();
        builder.Services.AddTenancy();
        builder.Services.AddAccess();
        builder.Services.AddAccounts();
        builder.Services.AddAudit();
        builder.AddNotices();
        builder.Services.AddSpreadsheets();
        builder.Services.AddAgencies();
        builder.Services.AddCriteria();
        builder.Services.AddPublications();
        builder.AddEvidence();
        builder.Services.AddBackups();
        builder.Services.AddPlacement();
        builder.Services.AddAssessments();
        builder.Services.AddEditions();
        builder.Services.AddPastResults();
        builder.Services.AddAppraisal();
        builder.Services.AddReplies();
        builder.Services.AddPapers();
        builder.Services.AddPublishing();
        builder.Services.AddAmendments();
        builder.Services.AddRanking();
        builder.Services.AddLaboratory();
        builder.Services.AddScorecards();
        builder.Services.AddDocuments();
        builder.Services.AddStory();
        builder.Services.AddTargets();
        builder.Services.AddCommitments();
        builder.Services.AddOpenData();
        builder.Services.AddTrail();
        builder.Services.AddHomes();
        builder.Services.AddFirstRun();
        builder.AddTelemetry();

        await using var app = builder.Build();
        if (await Verbs.RunAsync(app, args) is { } exitCode)
            return exitCode;
        await app.PrepareDatabaseAsync();
        app.UseHosting();
        app.MapHosting();
        await app.RunAsync();
        return 0;
    }
}

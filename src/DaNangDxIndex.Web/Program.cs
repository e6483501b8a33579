using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Hosting;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scorecards;
using DaNangDxIndex.Tenancy;

Start.RefuseInOneSentence();
var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.AddDatabase();
builder.Services.AddTenancy();
builder.Services.AddAccounts();
builder.Services.AddAudit();
builder.Services.AddCriteria();
builder.Services.AddAssessments();
builder.Services.AddEditions();
builder.Services.AddAppraisal();
builder.Services.AddPublishing();
builder.Services.AddRanking();
builder.Services.AddScorecards();

await using var app = builder.Build();
if (await Verbs.RunAsync(app, args) is { } exitCode)
    return exitCode;
await app.PrepareDatabaseAsync();
app.UseHosting();
app.MapHosting();
app.TellDemo();
await app.RunAsync();
return 0;

using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Hosting;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scorecards;
using DaNangDxIndex.Tenancy;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.AddDatabase();
builder.Services.AddTenancy();
builder.Services.AddAccounts();
builder.Services.AddAudit();
builder.Services.AddCriteria();
builder.Services.AddAssessments();
builder.Services.AddAppraisal();
builder.Services.AddPublishing();
builder.Services.AddScorecards();

var app = builder.Build();
await app.PrepareDatabaseAsync();
app.UseHosting();
app.MapHosting();
await app.RunAsync();

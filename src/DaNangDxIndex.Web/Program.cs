using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Hosting;
using DaNangDxIndex.Scorecards;
using DaNangDxIndex.Tenancy;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.AddDatabase();
builder.Services.AddTenancy();
builder.Services.AddAccounts();
builder.Services.AddAudit();
builder.Services.AddScorecards();

var app = builder.Build();
await app.PrepareDatabaseAsync();
app.UseHosting();
app.MapHosting();
await app.RunAsync();

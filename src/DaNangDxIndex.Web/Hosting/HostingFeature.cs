using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Hosting.Idempotency;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;

namespace DaNangDxIndex.Hosting;

internal static class HostingFeature
{
    private static readonly string[] FoldersOfParts =
        ["Frame", "Notices", "Spreadsheets", "Editions", "Evidence", "Assessments", "Ranking", "Scorecards",
            "Scorecards/Verification"];

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddKeyPerFile("/run/secrets", optional: true);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (builder.Configuration["DX_URLS"] is { Length: > 0 } || builder.Configuration["URLS"] is null)
            builder.WebHost.UseUrls(builder.Configuration["DX_URLS"] ?? "http://127.0.0.1:5080");
        builder.AddLogs();
        builder.AddProxies();
        InputBounds.AddTo(builder);
        builder.Services.AddLocalization();
        builder.Services.AddTransient(typeof(IStringLocalizer<>), typeof(CountingTexts<>));
        builder.Services.Configure<WebEncoderOptions>(html => html.TextEncoderSettings = new(UnicodeRanges.All));
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/").AddMvcOptions(mvc =>
        {
            ValueSources.AddTo(mvc);
            mvc.Filters.Add<PageHandlers>();
            mvc.Filters.Add<RefusalToPage>();
        });
        builder.Services.Configure<RazorViewEngineOptions>(views =>
        {
            // A part lives with its feature, and another feature's page may show it.
            foreach (var folder in FoldersOfParts)
                views.PageViewLocationFormats.Add($"/{folder}/{{0}}.cshtml");
        });
        builder.Services.AddControllers(mvc => mvc.Filters.Add<TokenDoor>()).AddJsonOptions(json =>
        {
            json.JsonSerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            json.JsonSerializerOptions.Converters.Add(new TypedText.InJson());
        });
        builder.Services.AddValidatorsFromAssemblyContaining<Program>(ServiceLifetime.Singleton);
        builder.Services.AddAntiforgery(antiforgery => antiforgery.Cookie = new HostCookie("__Host-dx-form"));
        builder.Services.AddExceptionHandler<RefusalToProblem>();
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = AddReference);
        builder.Services.AddScoped<KeptRequests>();
        builder.Services.AddRateLimits();
        builder.Services.AddKeptAnswers();
        builder.Services.AddApiDescription();
    }

    public static void UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseKeptAnswers();
        app.UseRequestLog();
        app.Use(RetryAfter.TellAsync);
        app.UseAssetFiles();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            // What is our own failure is logged once, for pages and programs, under the reference that the answer bears.
            SuppressDiagnosticsCallback = failed => Failure.StatusOf(failed.Exception) < StatusCodes.Status500InternalServerError,
        });
        app.UseTenantFromPath();
        app.UseWhen(http => !Api.Asks(http), pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseWhen(Api.Asks, api => api.UseStatusCodePages(refused => ProblemAnswer.WriteAsync(
            refused.HttpContext, BareRefusal.Of(refused.HttpContext)).AsTask()));
        app.Use(Crowded.PassAsync);
        app.UseWhen(Api.Asks, api => api.Use(HeadAsGet));
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAccounts();
        app.Use(PublicReader.BecomeAsync);
        app.UseMiddleware<IdempotencyKey>();
        app.UseMiddleware<InputBounds>();
    }

    private static void AddReference(ProblemDetailsContext context)
    {
        context.ProblemDetails.Extensions.Remove("traceId");
        if (context.ProblemDetails.Status >= StatusCodes.Status500InternalServerError)
            context.ProblemDetails.Extensions["reference"] = context.HttpContext.TraceIdentifier;
    }

    // Kestrel leaves the body of the answer out by itself.
    private static Task HeadAsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method))
            http.Request.Method = HttpMethods.Get;
        return next(http);
    }

    public static void MapHosting(this WebApplication app)
    {
        app.MapHealthChecks("/health", new() { ResponseWriter = HealthInWords.WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
        app.MapGet("/openapi/v1.json", (DescriptionOnFile description, HttpContext http, CancellationToken ct) =>
            description.WriteAsync(http, ct)).AllowAnonymous().ExcludeFromDescription();
        app.MapRazorPages().RequireAuthorization();
        app.MapControllers().RequireAuthorization();
    }
}

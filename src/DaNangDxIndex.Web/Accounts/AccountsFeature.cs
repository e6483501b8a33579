using DaNangDxIndex.Accounts.Doors;
using DaNangDxIndex.Accounts.Passkeys;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Accounts.Providers;
using DaNangDxIndex.Accounts.SecondFactor;
using DaNangDxIndex.Accounts.Sessions;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

public static class AccountsFeature
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(AddCookie)
            .AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.SchemeName, null);
        services.AddDataProtection().SetApplicationName("DaNangDxIndex");
        services.AddOptions<KeyManagementOptions>().Configure<KeysInPostgres, KeySeal>((keys, repository, seal) =>
            (keys.XmlRepository, keys.XmlEncryptor) = (repository, seal.IsSetUp ? seal : null));
        services.AddSingleton(at => KeySeal.Of(at.GetRequiredService<IConfiguration>()["DX_KEYS"])).AddSingleton<SealKeys>();
        services.AddSingleton<KeysInPostgres>().AddSingleton<CookieKey>().AddSingleton<KeptFields>();
        services.AddSingleton<IPasswordHasher<Account>>(new PasswordHashes());
        services.AddSingleton<PasswordWork>().AddSingleton<NewPassword>();
        services.AddIdentityCore<Account>(AddIdentity);
        services.AddScoped<IUserStore<Account>, UserOnlyStore<Account, DxIndexDb, Guid>>();
        services.AddSingleton<AccountLimit>().AddScoped<KnownBrowsers>();
        services.AddScoped<Lockout>().AddScoped<SignIn>().AddScoped<BeginSession>().AddScoped<EndSessions>();
        services.AddScoped<ChangePassword>().AddScoped<ResetPassword>();
        services.AddScoped<CreateAccount>().AddScoped<ChangeAccount>().AddScoped<IssueLinks>().AddScoped<ConfirmLink>();
        services.AddScoped<SecretSeal>().AddScoped<OfferedSecret>().AddScoped<SecondProof>().AddScoped<SecondStep>();
        services.AddScoped<KeepSecondFactor>().AddScoped<WaysIn>().AddPasskeys();
        services.AddScoped<ProposalSeal>().AddScoped<TwoPeople>().AddScoped<WaitingProposals>();
        services.AddSingleton<ProviderFetch>().AddSingleton<ProviderDocuments>().AddScoped<ProviderSeal>().AddScoped<ProviderSpeech>();
        services.AddScoped<BrowserOfAttempt>().AddScoped<LeaveForProvider>().AddScoped<ReturnFromProvider>();
        services.AddScoped<AdmitByProvider>().AddScoped<LinkProvider>();
        services.AddScoped<SaveProvider>().AddScoped<Unlink>().AddScoped<Admission>();
        services.AddScoped<IssueToken>().AddScoped<RevokeToken>();
        services.AddScoped<Appointments>().AddScoped<SettleAppointment>().AddScoped<ImportAccounts>().AddScoped<RecoverAdministrator>();
        services.AddScoped<Forgetting, ForgetSessions>().AddScoped<Forgetting, ForgetLeavers>();
        services.AddScoped<Forgetting, ForgetProposals>().AddScoped<Forgetting, ForgetAttempts>();
        return services;
    }

    public static void UseAccounts(this WebApplication app)
    {
        // A list of passwords that cannot be read is told at the start, not to the first person who chooses one.
        app.Services.GetRequiredService<NewPassword>();
        app.UseAuthentication();
        app.Use(TicketCheck.ThrowFailureAsync);
        app.Use(app.Services.GetRequiredService<AccountLimit>().PassAsync);
        app.UseAuthorization();
        app.Use(SecondFactorDue.LeadAsync);
    }

    private static void AddCookie(CookieAuthenticationOptions options)
    {
        options.Cookie = new HostCookie("__Host-dx");
        options.ForwardDefaultSelector = http => TokenSignIn.TextOf(http) is null ? null : TokenSignIn.SchemeName;
        options.CookieManager = new TenantCookies();
        options.ExpireTimeSpan = SessionRules.Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/accounts/sign-in";
        options.AccessDeniedPath = "/error/403";
        options.Events.OnValidatePrincipal = TicketCheck.CheckAsync;
        options.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>A page leads to the sign-in and back, with what was typed into its form; a program is told.</summary>
    private static async Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var http = context.HttpContext;
        if (Api.Asks(http) || context.Request.Headers.XRequestedWith == "fetch")
        {
            context.Response.StatusCode = status;
            if (Api.Asks(http))
                context.Response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (await SentFields.OfOwnFormAsync(http) is { } sent)
            await SignInModel.ShowAsync(http, sent);
        else
            context.Response.Redirect(context.RedirectUri);
    }

    private static void AddIdentity(IdentityOptions options)
    {
        options.Password = new()
        {
            RequiredLength = 12,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
            RequiredUniqueChars = 1,
        };
        options.User.RequireUniqueEmail = false;
        options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-._@+";
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }
}

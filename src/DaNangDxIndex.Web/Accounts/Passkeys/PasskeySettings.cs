using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace DaNangDxIndex.Accounts.Passkeys;

/// <summary>
/// Passkeys belong to the site's name, which all its tenants share; what keeps tenants apart is that each key, question and account is read
/// in its own tenant. The origin has to be the site's own, letter by letter, and the device has to have seen its person.
/// </summary>
internal static class PasskeySettings
{
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddOptions<IdentityPasskeyOptions>().Configure<IConfiguration>(Configure);
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        return services.AddScoped<PasskeySeal>().AddScoped<PasskeyTalk>().AddScoped<KeepPasskeys>().AddScoped<SignInByPasskey>();
    }

    private static void Configure(IdentityPasskeyOptions options, IConfiguration configuration)
    {
        // Without DX_PUBLIC_URL the host of the request, which counts only where Addresses.Origin knows it.
        options.ServerDomain = Uri.TryCreate(configuration["DX_PUBLIC_URL"], UriKind.Absolute, out var site) ? site.Host : null;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "preferred";
        options.AttestationConveyancePreference = "none";
        options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin
            && string.Equals(asked.Origin, asked.HttpContext.RequestServices.GetRequiredService<Addresses>().Origin,
                StringComparison.Ordinal));
    }
}

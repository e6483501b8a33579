using Microsoft.AspNetCore.Authorization;

namespace DaNangDxIndex.Access;

internal static class AccessFeature
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<CurrentAccount>();
        services.AddSingleton<IAuthorizationHandler, AgencyRequirement.Handler>();
        services.AddAuthorization(Policies.AddTo);
    }
}

using Microsoft.AspNetCore.Authorization;

namespace DaNangDxIndex.Access;

/// <summary>How the agency in the address must stand to the person's own.</summary>
internal enum AgencyOfAddress
{
    Any,
    Own,
    Foreign,
}

internal sealed record AgencyRequirement(AgencyOfAddress Agency) : IAuthorizationRequirement
{
    public sealed class Handler : AuthorizationHandler<AgencyRequirement>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AgencyRequirement requirement)
        {
            var named = (context.Resource as HttpContext)?.GetRouteValue("agency") as string;
            var own = context.User.FindFirst(AccountClaims.Agency)?.Value;
            var isOwn = string.Equals(named, own, StringComparison.Ordinal);
            var allowed = named is null || requirement.Agency switch
            {
                AgencyOfAddress.Any => true,
                AgencyOfAddress.Own => isOwn,
                AgencyOfAddress.Foreign => !isOwn,
            };
            if (allowed)
                context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}

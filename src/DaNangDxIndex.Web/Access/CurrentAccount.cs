using System.Security.Claims;
using DaNangDxIndex.Accounts;

namespace DaNangDxIndex.Access;

/// <summary>The signed-in person of this request.</summary>
public sealed class CurrentAccount(IHttpContextAccessor http)
{
    private ClaimsPrincipal? User => http.HttpContext?.User;

    public bool IsSignedIn => User?.Identity?.IsAuthenticated == true;

    public Guid? Id => Guid.TryParse(User?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>Null where a program asks by a token.</summary>
    public Guid? Session => Guid.TryParse(User?.FindFirstValue(AccountClaims.Session), out var id) ? id : null;

    public string Name => User?.Identity?.Name ?? "";

    /// <summary>As the trail names who acted: a program that asks by the person's token is told from the person.</summary>
    public string NameInTrail => User?.FindFirstValue(AccountClaims.Token) is { } token ? $"{Name} (API: {token})" : Name;

    public string UserName => User?.FindFirstValue(AccountClaims.UserName) ?? "";

    public string? Agency => User?.FindFirstValue(AccountClaims.Agency);

    public bool Is(Role role) => User?.IsInRole(role.Code()) == true;

    /// <summary>For code behind a policy: who acts.</summary>
    public Actor Actor => new(
        Id ?? throw new InvalidOperationException("Nobody is signed in here."),
        Name,
        Enum.GetValues<Role>().Where(Is).ToHashSet(),
        Agency);
}

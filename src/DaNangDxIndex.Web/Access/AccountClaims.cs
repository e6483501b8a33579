namespace DaNangDxIndex.Access;

/// <summary>
/// What the cookie says beyond id, name and roles. Id, tenant and stamp are checked on every request; the rest is read anew each time.
/// </summary>
internal static class AccountClaims
{
    public const string Tenant = "tenant";
    public const string Agency = "agency";
    public const string Stamp = "stamp";
    public const string UserName = "userName";

    /// <summary>Name of the personal access token by which a program asks; not there where the person does.</summary>
    public const string Token = "token";
}

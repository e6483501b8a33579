namespace DaNangDxIndex.Access;

/// <summary>
/// What the cookie says beyond id, name and roles. Id, tenant, stamp and session are checked on every request; the rest is read anew each time.
/// </summary>
internal static class AccountClaims
{
    public const string Tenant = "tenant";
    public const string Agency = "agency";
    public const string Stamp = "stamp";
    public const string UserName = "userName";

    /// <summary>The row that the cookie names: which browser's sign-in it is.</summary>
    public const string Session = "session";

    /// <summary>Name of the personal access token by which a program asks; not there where the person does.</summary>
    public const string Token = "token";
}

namespace DaNangDxIndex.Access;

/// <summary>
/// What the cookie says beyond id, name and roles. Id, tenant, stamp and session are checked on every request;
/// the rest is read anew each time.
/// </summary>
internal static class AccountClaims
{
    public const string Tenant = "tenant";
    public const string Agency = "agency";
    public const string Stamp = "stamp";
    public const string UserName = "userName";

    /// <summary>When the person signed in, in seconds of Unix: what is signed wants somebody who has just done so.</summary>
    public const string Began = "began";

    /// <summary>The role asks for a second step at the sign-in, and there is none yet.</summary>
    public const string SecondFactorDue = "secondFactorDue";

    /// <summary>The row that the cookie names: which browser's sign-in it is.</summary>
    public const string Session = "session";

    /// <summary>Name of the personal access token by which a program asks; not there where the person does.</summary>
    public const string Token = "token";
}

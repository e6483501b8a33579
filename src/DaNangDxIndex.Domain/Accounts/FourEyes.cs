namespace DaNangDxIndex.Accounts;

/// <summary>
/// What a tenant wants two people for: one asks, another one confirms. The operator of the server says so, not the people whom it binds.
/// Signatories and administrators are appointed by two everywhere (<see cref="RoleRules.NeedsSecond"/>).
/// </summary>
public enum FourEyes
{
    /// <summary>Publishing results, correcting and withdrawing them.</summary>
    Publication,

    /// <summary>Every role that reaches beyond one agency's own entry.</summary>
    Roles,

    /// <summary>Who may say who somebody is, and whose second factor counts.</summary>
    SignInProviders,

    /// <summary>Taking somebody's second step away.</summary>
    SecondFactor,
}

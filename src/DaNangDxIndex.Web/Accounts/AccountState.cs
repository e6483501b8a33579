namespace DaNangDxIndex.Accounts;

public enum AccountState
{
    /// <summary>Made, and no password chosen yet: nobody has signed in.</summary>
    Invited,

    Active,

    /// <summary>Nobody signs in here any more.</summary>
    Closed,
}

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>Why a provider's word is not taken; each has its sentence in <see cref="ProviderTexts"/>.</summary>
public enum ProviderFault
{
    /// <summary>No answer, or none in time.</summary>
    Unreachable,

    /// <summary>An answer that is no answer: too much, no JSON, something else than was asked for.</summary>
    Unreadable,

    /// <summary>The document of the provider names another issuer.</summary>
    IssuerDiffers,

    /// <summary>The document lacks an address or keys, or an address is not https.</summary>
    Unusable,

    /// <summary>The site does not know its own address, so nobody could come back.</summary>
    NoAddress,

    /// <summary>Not there, or not in use.</summary>
    NotOffered,

    /// <summary>The person, or the provider, said no.</summary>
    Declined,

    /// <summary>Not begun here, begun too long ago, or used already.</summary>
    Stale,

    /// <summary>Begun in another browser.</summary>
    OtherBrowser,

    /// <summary>Begun with another provider.</summary>
    MixedUp,

    /// <summary>The provider did not take the code.</summary>
    CodeRefused,

    /// <summary>What it signed is not for us, not now, or not signed by it.</summary>
    TokenInvalid,

    /// <summary>It did not ask the person anew.</summary>
    NotAnew,

    /// <summary>It knows the person; no account here is linked.</summary>
    NotLinked,

    /// <summary>Another account is linked with this person.</summary>
    LinkedToAnother,

    /// <summary>This account is linked with somebody of this provider already.</summary>
    LinkedAlready,

    /// <summary>The sign-in that wanted to link has ended.</summary>
    SessionEnded,
}

/// <param name="detail">For the log: never a code, a token or a name.</param>
public sealed class ProviderRefused(ProviderFault fault, string detail) : Exception($"{fault}: {detail}")
{
    public ProviderFault Fault => fault;

    public string Detail => detail;
}

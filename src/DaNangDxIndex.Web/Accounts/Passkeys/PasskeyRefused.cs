namespace DaNangDxIndex.Accounts.Passkeys;

/// <summary>Why a passkey's answer is not taken; each has its sentence in <see cref="PasskeyTexts"/>.</summary>
public enum PasskeyFault
{
    /// <summary>The question was not ours, is too old, or has been answered already.</summary>
    Stale,

    /// <summary>Not of an account here, not signed by it, from another site, without its person, or copied.</summary>
    Invalid,
}

/// <param name="detail">For the log: never an answer or a name.</param>
public sealed class PasskeyRefused(PasskeyFault fault, string detail) : Exception($"{fault}: {detail}")
{
    public PasskeyFault Fault => fault;

    public string Detail => detail;
}

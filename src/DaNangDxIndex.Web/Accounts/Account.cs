using Microsoft.AspNetCore.Identity;

namespace DaNangDxIndex.Accounts;

/// <summary>A person who signs in, of one tenant and at most one agency. Framework's user, with our roles on it.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public required string FullName { get; set; }

    public List<string> Roles { get; set; } = [];

    public string? AgencyCode { get; set; }

    public bool Disabled { get; set; }

    /// <summary>The administrator knows the password, so the person must choose another before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>SHA-256 of the one-time link's token; the token itself is shown once and not kept.</summary>
    public byte[]? ResetHash { get; set; }

    public DateTimeOffset? ResetExpiresAt { get; set; }
}

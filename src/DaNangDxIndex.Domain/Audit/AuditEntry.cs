using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DaNangDxIndex.Audit;

/// <summary>
/// Who did what, when, to what, and what stood there before and after. Entries of a tenant form a chain: the hash of
/// each covers the hash before it. The database numbers and hashes; <see cref="HashAfter"/> states the same method for checking.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>1 for a tenant's first entry, without gaps.</summary>
    public long Number { get; private set; }

    /// <summary>In UTC, whole microseconds: what the database keeps.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Null where the program itself acted, or nobody known (a failed sign-in).</summary>
    public Guid? AccountId { get; init; }

    public required string AccountName { get; init; }

    /// <summary>Stable, dotted, lower-case: "assessment.submit".</summary>
    public required string Verb { get; init; }

    /// <summary>What it was done to, as in its address: "editions/2025/agencies/w25-hai-chau".</summary>
    public required string Subject { get; init; }

    /// <summary>JSON as PostgreSQL writes jsonb; null where nothing stood there.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    public string? RequestId { get; init; }

    public byte[] Hash { get; private set; } = [];

    /// <summary>
    /// SHA-256 of the hash before (empty for the first) followed by the fields, each as "length in UTF-8 bytes:content,"
    /// and a missing one as "-,". Order: tenant, number, time (2026-11-21T12:34:56.123456Z), account, name, verb, subject,
    /// before, after, request.
    /// </summary>
    public byte[] HashAfter(ReadOnlySpan<byte> previous, Guid tenant)
    {
        var text = new StringBuilder();
        foreach (var field in new[]
        {
            tenant.ToString(), Number.ToString(CultureInfo.InvariantCulture),
            At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            AccountId?.ToString(), AccountName, Verb, Subject, Before, After, RequestId,
        })
        {
            text.Append(field is null
                ? "-,"
                : string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field},"));
        }
        return SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(text.ToString())]);
    }
}

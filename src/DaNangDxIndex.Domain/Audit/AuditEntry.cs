using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DaNangDxIndex.Audit;

/// <summary>
/// An act in the trail. Entries of a tenant form a chain: the hash of each covers the hash before it. The database numbers and hashes;
/// <see cref="HashAfter"/> states the same method for checking.
/// </summary>
public sealed class AuditEntry : AuditedAct
{
    /// <summary>1 for a tenant's first entry, without gaps.</summary>
    public long Number { get; private set; }

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

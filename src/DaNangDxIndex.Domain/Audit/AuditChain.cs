using System.Globalization;

namespace DaNangDxIndex.Audit;

/// <summary>
/// Recomputes a tenant's chain from its entries alone. The chain shows a changed and a missing entry; that its end was
/// cut off, or all of it written anew, shows only against heads kept elsewhere: every publication prints one.
/// </summary>
public sealed class AuditChain(Guid tenant)
{
    private readonly Dictionary<long, byte[]> _computed = [];
    private byte[] _previous = [];

    /// <summary>The head as publications print it.</summary>
    /// <param name="Number">Of the last entry.</param>
    public sealed record Head(long Number, byte[] Hash)
    {
        /// <summary>Reads "1234:9f2c…" (64 hexadecimal digits); null for anything else.</summary>
        public static Head? Parse(string text)
        {
            var parts = text.Split(':');
            return parts.Length == 2
                && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && parts[1].Length == 64 && parts[1].All(char.IsAsciiHexDigit)
                    ? new(number, Convert.FromHexString(parts[1]))
                    : null;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Convert.ToHexStringLower(Hash)}");
    }

    /// <summary>How many entries have been followed without a fault.</summary>
    public long Count => _computed.Count;

    /// <summary>Takes the next entry, in order of number. Null, or what is wrong with the chain here.</summary>
    public AuditFault? Follow(AuditEntry entry)
    {
        if (entry.Number != Count + 1)
            return new(AuditFault.Kind.Deleted, Count + 1);
        _previous = entry.HashAfter(_previous, tenant);
        if (!_previous.AsSpan().SequenceEqual(entry.Hash))
            return new(AuditFault.Kind.Changed, entry.Number);
        _computed[entry.Number] = _previous;
        return null;
    }

    /// <summary>Compares what was followed with a head that was written down earlier, here or elsewhere.</summary>
    public AuditFault? CompareWith(Head head)
    {
        if (head.Number > Count)
            return new(AuditFault.Kind.TailCut, Count + 1);
        return head.Number == 0 || _computed[head.Number].AsSpan().SequenceEqual(head.Hash)
            ? null
            : new(AuditFault.Kind.Rewritten, head.Number);
    }
}

namespace DaNangDxIndex.Audit;

/// <summary>What is wrong with a chain, and the number of the first entry where it shows.</summary>
public sealed record AuditFault(AuditFault.Kind What, long Number)
{
    public enum Kind
    {
        /// <summary>The entry's fields do not give its hash.</summary>
        Changed,

        /// <summary>The entry of this number is missing, or stands elsewhere.</summary>
        Deleted,

        /// <summary>Entries from this number on were there once and are gone.</summary>
        TailCut,

        /// <summary>The chain holds in itself but is not the one whose head was written down.</summary>
        Rewritten,
    }
}

namespace DaNangDxIndex.Criteria;

/// <summary>
/// The exchange format of a criteria set, one JSON file per group and edition, described in docs/criteria-file.md and
/// docs/criteria-file.schema.json. Import, export, the auditor's command and the open-data bundle use this one.
/// </summary>
public static partial class CriteriaFile
{
    /// <summary>Reads and checks the file. Never throws for what the file contains: all problems are reported together, each with its place.</summary>
    public static CriteriaReading Read(string json) => throw new NotSupportedException();

    /// <summary>Writes the set so that <see cref="Read"/> gives an equal one. Numbers are strings, the order of members is fixed.</summary>
    public static string Write(CriteriaSet set) => throw new NotSupportedException();
}

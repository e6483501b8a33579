namespace DaNangDxIndex.Spreadsheets;

/// <summary>
/// What a spreadsheet program lets somebody type into a cell. A file can be filled in without one, so whoever reads it checks anew.
/// </summary>
/// <param name="Sentence">What the program says to anything else.</param>
public abstract record Allowed(string Sentence)
{
    /// <param name="Range">Where the choices stand, as a formula names it: "'choices'!$A$2:$A$5".</param>
    public sealed record OneOf(string Range, string Sentence) : Allowed(Sentence);

    /// <summary>A number between bounds, inclusive; null for none.</summary>
    public sealed record Between(decimal? Least, decimal? Most, bool Whole, string Sentence) : Allowed(Sentence);
}

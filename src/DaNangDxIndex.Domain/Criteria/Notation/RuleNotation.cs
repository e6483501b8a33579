namespace DaNangDxIndex.Criteria.Notation;

/// <summary>
/// A rule on one line, as it stands in a cell of a spreadsheet: "tuyến tính files-online / files-received: từ 0 đến 95%". Each language
/// writes its own words and its own decimal sign, and reads both languages' words. Described in docs/criteria-spreadsheet.md.
/// </summary>
public static class RuleNotation
{
    /// <summary>Writes the rule so that <see cref="Read"/> and the criteria file's checks give an equal one.</summary>
    /// <param name="figure">Figures of the set; bounds carry "%" where they are percentages.</param>
    public static string Write(Rule rule, Func<string, Figure?> figure, string culture) => new NotationWriter(figure, culture).Write(rule);

    /// <summary>
    /// Reads the line into the rule of a criteria file, or says where it cannot be understood. What it names and means is checked with the
    /// file.
    /// </summary>
    public static NotationReading Read(string text, string culture) => new NotationReader(text, culture).Read();

    /// <summary>The figures of a sum and difference: "a + b - c", which is the file's list ["a", "b", "-c"].</summary>
    public static string Write(IReadOnlyList<Term> terms) => NotationWriter.Terms(terms);
}

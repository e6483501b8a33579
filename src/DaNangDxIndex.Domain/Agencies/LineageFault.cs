namespace DaNangDxIndex.Agencies;

/// <summary>Why an act cannot be recorded as it is asked for.</summary>
/// <param name="Field">Of the form: "Day", "From", "Heir", "New[0].Code".</param>
public sealed record LineageFault(string Field, Bilingual Sentence)
{
    public LineageFault(string field, string vi, string en)
        : this(field, new Bilingual(vi, en))
    {
    }
}

using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// What a total does not count yet: criteria that wait for a figure of a survey, a system, the office or another agency, or for the best of
/// the group, which is known when all of the group are appraised. Said in the same words wherever a total is shown.
/// </summary>
/// <param name="Criteria">How many criteria wait.</param>
/// <param name="Maximum">
/// The most that they can still add to the total, in points of the total, from 0; both add up as they are printed.
/// </param>
/// <param name="Penalty">The most that penalties which wait can still take off the total, from 0.</param>
public sealed record OpenPart(int Criteria, decimal Maximum, decimal Penalty)
{
    public static OpenPart None { get; } = new(0, 0, 0);

    /// <summary>In place of the points of a criterion that waits.</summary>
    public static Bilingual NotCounted { get; } = new("chưa tính", "not yet counted");

    /// <summary>Beside a total that can still change.</summary>
    public static Bilingual Provisional { get; } = new("tạm tính", "provisional");

    public bool IsEmpty => Criteria == 0;

    /// <summary>"chưa tính: tối đa 6,00 điểm; điểm trừ tối đa 5,00 điểm"; null where nothing is open.</summary>
    public Bilingual? Sentence => IsEmpty ? null : new(InWords("vi"), InWords("en"));

    private string InWords(string language)
    {
        var english = language == "en";
        var words = english ? $"not yet counted: up to {Printed(Maximum)} points" : $"chưa tính: tối đa {Printed(Maximum)} điểm";
        if (Penalty == 0)
            return words;
        return words + (english ? $"; deductions up to {Printed(Penalty)} points" : $"; điểm trừ tối đa {Printed(Penalty)} điểm");

        string Printed(decimal points) => NumberText.Fixed(points, points.Scale, language);
    }
}

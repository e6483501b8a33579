using DaNangDxIndex.Criteria;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Assessments;

/// <summary>What a figure was last year, in a sentence: of this agency, of the one before it, or of several that became this one.</summary>
public sealed class LastValues(AssessmentWords words)
{
    /// <summary>Marks the place of a value in a sentence.</summary>
    private const string Here = "\u0001";

    public FigureField.LastValue Of(AssessmentSheet sheet, Figure figure)
    {
        if (sheet.Last is not { } last)
            return Cut(words["Last.None", Here], "–");
        if (last.IsJoined)
            return Joined(figure, last);
        var value = last.Of(figure);
        return string.Equals(last.Agencies[0].Code, sheet.Agency.Code, StringComparison.Ordinal)
            ? Cut(words["Last", last.Year, WithUnit(figure, value)], words.Show(figure, value))
            : Cut(
                words["Last.Predecessor", last.Year, WithUnit(figure, value), last.Agencies[0].Name.ForReader()],
                words.Show(figure, value));
    }

    /// <summary>Of several agencies that became this one: a sum that somebody has to confirm, or that there is none.</summary>
    private FigureField.LastValue Joined(Figure figure, LastEdition.Figures last)
    {
        var joined = last.Joined(figure);
        if (joined.Value is not { } sum)
            return joined.Known == 0
                ? Cut(words["Last.JoinedNone", last.Year, Here, joined.Of], "–")
                : Cut(words["Last.NotAdded", last.Year, Here, joined.Of], words["Joined.NotAdded"]);
        var sentence = joined.Missing == 0
            ? words["Last.Joined", last.Year, WithUnit(figure, sum), joined.Of]
            : words["Last.JoinedInPart", last.Year, WithUnit(figure, sum), joined.Known, joined.Of];
        return Cut(sentence, words.Show(figure, sum)) with { ToConfirm = true };
    }

    private static string WithUnit(Figure figure, FigureValue? value) =>
        value is not null && AssessmentWords.Unit(figure) is { } unit ? $"{Here} {unit}" : Here;

    private static FigureField.LastValue Cut(string sentence, string value) =>
        sentence.Split(Here) is [var before, var after] ? new(before, value, after, ToConfirm: false) : new("", sentence, "", false);
}

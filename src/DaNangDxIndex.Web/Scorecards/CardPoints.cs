using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scorecards;

/// <summary>Points as page, API and paper show them: a number, rounded by the method, or the words that stand in its place.</summary>
/// <param name="Number">Negative where points are taken off.</param>
/// <param name="InPlace">"không áp dụng", "chưa tính"; without number and words a dash is shown.</param>
public readonly record struct CardPoints(decimal? Number, Bilingual? InPlace = null)
{
    /// <summary>In place of points by their state; null where they are a number.</summary>
    /// <param name="excluded">The criterion counts neither for nor against the agency.</param>
    public static Bilingual? Instead(ResultState state, bool excluded) => (state, excluded) switch
    {
        (ResultState.NotApplicable, true) => PointsInWords.NotApplicable,
        (ResultState.NothingDue, true) => PointsInWords.NothingDue,
        (ResultState.Information, _) => PointsInWords.None,
        _ => null,
    };

    public string In(string language, int decimals) =>
        Number is { } number ? NumberText.Fixed(number, decimals, language) : (InPlace ?? PointsInWords.None).In(language);

    internal string On(PrintWords words) => In(words.Language, words.Decimals);
}

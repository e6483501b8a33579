using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>Draws a scorecard as an annex to a decision, after Decree 30/2020/NĐ-CP. Safe to call from many requests at once.</summary>
public sealed class ScorecardPdf(Typefaces typefaces)
{
    public byte[] Write(ScorecardDocument document, string culture)
    {
        ArgumentNullException.ThrowIfNull(typefaces);
        throw new NotSupportedException($"Scorecards are not drawn yet: {document.AgencyCode}, {culture}.");
    }
}

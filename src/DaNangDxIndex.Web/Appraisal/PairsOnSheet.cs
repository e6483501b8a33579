using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Appraisal;

/// <summary>Criteria of one assessment that were drawn to be read by two people, neither of whom sees the other's reading.</summary>
public sealed class PairsOnSheet(AppraisalSheet sheet, SecondReadings readings)
{
    /// <summary>A share of the edition's criteria is judged twice.</summary>
    public bool AreDrawn => readings.Sample is not null;

    /// <summary>Drawn criteria that have no verdict yet.</summary>
    public IReadOnlyList<string> Open => !AreDrawn ? []
        :
        [
            .. sheet.Criteria.Criteria.Where(criterion => criterion.Rule is not null && OpenOn(criterion) is not null)
                .Select(criterion => criterion.Code),
        ];

    /// <summary>Drawn, settled or not; null where the criterion was not drawn.</summary>
    public Pair? On(Criterion criterion) =>
        readings.PairOn(sheet.Assessment.Agency, criterion.Code, AreDrawn ? GroundsOf(criterion) : "");

    /// <summary>Drawn, and not come to a verdict yet.</summary>
    public Pair? OpenOn(Criterion criterion) => AreDrawn && sheet.LastVerdictOn(criterion.Code) is null ? On(criterion) : null;

    /// <summary>What a reading is given for.</summary>
    private string GroundsOf(Criterion criterion) => string.Join(';',
        criterion.Figures.Select(figure => $"{figure}={sheet.Entries.GetValueOrDefault(figure)?.InForce}").Prepend($"{criterion.Maximum}"));
}

using System.Text;
using System.Text.Json;
using DaNangDxIndex.Csv;

namespace DaNangDxIndex.Scoring;

/// <summary>The points of every agency and criterion as exact fractions: agency, criterion, state, points, maximum.</summary>
public static class CriteriaPoints
{
    public static StringBuilder Table(IReadOnlyCollection<AgencyRow> agencies)
    {
        var text = new StringBuilder("agency,criterion,state,points,maximum\n");
        foreach (var group in agencies.GroupBy(agency => agency.Group))
        {
            var scorer = new Scorer(group.Key.Set);
            foreach (var card in scorer.ScoreGroup([.. group.Select(agency => agency.Input)]))
            {
                foreach (var result in card.Criteria)
                    CsvText.Append(
                        text, card.Agency, result.Criterion.Code, State(result), result.Points.ToString(), result.Maximum.ToString());
            }
        }

        return text;
    }

    private static string State(CriterionResult result) => JsonNamingPolicy.CamelCase.ConvertName(result.State.ToString());
}

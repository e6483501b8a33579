using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Scorecards;

/// <summary>Says of every criterion what its figures rest on, and what was printed of them besides.</summary>
public sealed class FigureMarks(PrintedCard card, IReadOnlyList<PrintedAbout> printed, IStringLocalizer<AgencyTexts> texts)
{
    /// <summary>One sentence for the whole card; null where no figure of it is made up.</summary>
    public string? Head
    {
        get
        {
            if (!card.Entrant.Illustrative)
                return null;
            var codes = card.Group.Criteria.Components.SelectMany(component => component.Criteria)
                .Where(criterion => criterion.Figures.Any(IsPrinted)).Select(criterion => criterion.Code).ToList();
            return codes.Count == 0 ? texts["Figures.AllIllustrative"] : texts["Figures.Head", string.Join(", ", codes)];
        }
    }

    /// <summary>The marks of one criterion in a sentence or two; null where its figures are simply the agency's own.</summary>
    public string? Of(Criterion criterion)
    {
        var sentences = new[] { Basis(criterion) }
            .Concat(printed.Where(said => said.Figure.Kind == PrintedKind.Figure
                    && said.Figure.Figure is { } figure && criterion.Figures.Contains(figure, StringComparer.Ordinal))
                .Select(Beside))
            .OfType<string>().ToList();
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    private string? Basis(Criterion criterion)
    {
        var made = criterion.Figures.Where(figure => card.Entrant.Provenance.GetValueOrDefault(figure) == Provenance.Illustrative).ToList();
        var press = criterion.Figures.Where(IsPrinted).ToList();
        if (press.Count == 0)
            return null;
        return made.Count == 0
            ? texts["Figures.Press"]
            : texts["Figures.Mixed", string.Join(
                "; ", press.Select(figure => card.Group.Criteria.Figure(figure)?.Name.In(Addresses.Language)))];
    }

    private string Beside(PrintedAbout printed)
    {
        var said = new[] { printed.Figure.Value?.In(Addresses.Language), printed.Figure.Note?.In(Addresses.Language).TrimEnd('.') };
        return texts["Printed.Beside", string.Join(". ", said.OfType<string>()), printed.Source.Name.In(Addresses.Language)];
    }

    private bool IsPrinted(string figure) => card.Entrant.Provenance.GetValueOrDefault(figure) == Provenance.Press;
}

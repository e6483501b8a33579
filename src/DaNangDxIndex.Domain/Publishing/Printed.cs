using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// What others had printed of a year when it was published, frozen with it: from this alone pages, files and documents say which rank,
/// total, tier and count was printed, and what was printed of a figure beside.
/// </summary>
public sealed record Printed(
    IReadOnlyList<Source> Sources,
    IReadOnlyList<ImportedTierCount> Counts,
    IReadOnlyList<ImportedStanding> Standings,
    IReadOnlyList<PrintedAbout> Figures)
{
    public static Printed Nothing { get; } = new([], [], [], []);

    /// <summary>
    /// Figures and targets said of an agency in any year; of its group, or of the agencies under one, only those of the given year.
    /// </summary>
    public IReadOnlyList<PrintedAbout> OfAgency(int year, string agency, string? parent, string group) =>
        [.. Figures.Where(figure => figure.Figure.Kind is PrintedKind.Figure or PrintedKind.Target
            && (figure.Figure.Agency == agency || figure.Figure.Year == year) && figure.Figure.IsAbout(agency, parent, group))];

    /// <summary>Whether just this total of a published result had been printed; rank and tier may not have been.</summary>
    public bool HoldsTotal(string group, Result result) => Standings.Any(standing =>
        standing.Group == group && standing.Agency == result.Agency && standing.Total == result.Total);

    /// <summary>A source that is not known is named by its code.</summary>
    public Source SourceOf(string code) =>
        Sources.FirstOrDefault(source => string.Equals(source.Code, code, StringComparison.Ordinal))
            ?? new Source(code, null).Named(new(code, code));
}

/// <param name="About">Name of the agency it was said of; null where it is none in particular.</param>
public sealed record PrintedAbout(PrintedFigure Figure, Source Source, Bilingual? About);

namespace DaNangDxIndex.Criteria;

/// <summary>
/// What one group is assessed on in one edition: the method, the figures that are collected, and the components with their criteria.
/// Built by <see cref="CriteriaFile.Read"/>, which admits only sets that hold together; frozen once the edition is open.
/// </summary>
public sealed record CriteriaSet
{
    private readonly Dictionary<string, Figure> _figureOf = [];
    private readonly Dictionary<string, (Criterion Criterion, Component Component)> _criterionOf = [];

    public required int Edition { get; init; }

    public required string Group { get; init; }

    public required Bilingual Name { get; init; }

    /// <summary>What a reader must know before using the set, for example that its points are illustrative.</summary>
    public Bilingual? Note { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<AgencyKind> Kinds { get; init; } = [];

    public required IReadOnlyList<Figure> Figures
    {
        get;
        init => (field, _figureOf) = (value, value.DistinctBy(figure => figure.Code, StringComparer.Ordinal)
            .ToDictionary(figure => figure.Code, StringComparer.Ordinal));
    }

    public required IReadOnlyList<Component> Components
    {
        get;
        init => (field, _criterionOf) = (value, value
            .SelectMany(component => component.Criteria, (component, criterion) => (criterion, component))
            .DistinctBy(pair => pair.criterion.Code, StringComparer.Ordinal)
            .ToDictionary(pair => pair.criterion.Code, StringComparer.Ordinal));
    }

    public IEnumerable<Criterion> Criteria => Components.SelectMany(component => component.Criteria);

    /// <summary>The figure with this code, or null.</summary>
    public Figure? Figure(string code) => _figureOf.GetValueOrDefault(code);

    /// <summary>The criterion with this code, or null.</summary>
    public Criterion? Criterion(string code) => _criterionOf.GetValueOrDefault(code).Criterion;

    /// <summary>False where no figure of the rule is the agency's own: then nobody assesses oneself.</summary>
    public bool IsSelfAssessed(Criterion criterion) =>
        criterion.Rule?.Figures.Any(code => Figure(code)?.Source == FigureSource.Agency) == true;

    /// <summary>
    /// Codes of all criteria that do not apply to a kind of agency: those it names, and those of the components it names.
    /// </summary>
    public IReadOnlySet<string> SparedFrom(AgencyKind kind) => Components
        .Where(component => kind.Components.Contains(component.Code, StringComparer.Ordinal))
        .SelectMany(component => component.Criteria).Select(criterion => criterion.Code)
        .Concat(kind.Criteria).ToHashSet(StringComparer.Ordinal);

    /// <summary>1, or -1 for a criterion whose points are taken off.</summary>
    public int SignOf(Criterion criterion) => ComponentOf(criterion.Code)?.Sign ?? 1;

    /// <summary>The component a criterion stands in, or null.</summary>
    public Component? ComponentOf(string criterion) => _criterionOf.GetValueOrDefault(criterion).Component;
}

/// <summary>Agencies to which some components or criteria do not apply, such as units without administrative procedures.</summary>
public sealed record AgencyKind
{
    public required string Code { get; init; }

    public required Bilingual Name { get; init; }

    /// <summary>Codes of the agencies of this kind; an agency may also be given its kind with its figures.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Codes of whole components that do not apply.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>Codes of single criteria that do not apply.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [];
}

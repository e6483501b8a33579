using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// What one agency is asked for: the criteria that apply to it, and every figure once, under the first of them that reads it.
/// Criteria that the edition takes away from the agency's kind are not asked, nor figures that only they read.
/// </summary>
public sealed class EntryForm
{
    private static readonly ConditionalWeakTable<CriteriaSet, ConcurrentDictionary<string, EntryForm>> Known = [];

    private readonly Dictionary<string, Line> _lineOfFigure = new(StringComparer.Ordinal);

    private EntryForm(CriteriaSet set, IReadOnlySet<string> spared)
    {
        Set = set;
        Lines = [.. set.Components.SelectMany(component => component.Criteria, (component, criterion) => (component, criterion))
            .Where(pair => !spared.Contains(pair.criterion.Code))
            .Select(pair => Place(pair.component, pair.criterion))];
        Asked = [.. Lines.SelectMany(line => line.Asked)];
        Quantities = [.. Lines.SelectMany(line => line.Quantities).Distinct()];
    }

    public CriteriaSet Set { get; }

    /// <summary>The criteria that apply, in the order of the set.</summary>
    public IReadOnlyList<Line> Lines { get; }

    /// <summary>The components in which something applies.</summary>
    public IEnumerable<Component> Components => Lines.Select(line => line.Component).Distinct();

    /// <summary>Figures the agency enters, in the order of the form.</summary>
    public IReadOnlyList<Figure> Asked { get; }

    /// <summary>What the rules of all criteria measure, each once.</summary>
    public IReadOnlyList<Quantity> Quantities { get; }

    /// <summary>Laid out once for a set and the kinds that the agency is of.</summary>
    public static EntryForm Of(CriteriaSet set, string agency)
    {
        var kinds = set.Kinds.Where(kind => kind.Agencies.Contains(agency, StringComparer.Ordinal)).ToList();
        return Known.GetOrCreateValue(set).GetOrAdd(
            string.Join(' ', kinds.Select(kind => kind.Code)), _ =>
                new(set, kinds.SelectMany(set.SparedFrom).ToHashSet(StringComparer.Ordinal)));
    }

    public IEnumerable<Line> LinesOf(Component component) => Lines.Where(line => line.Component == component);

    /// <summary>Where the figure is asked, or first shown where others provide it; null where the form does not hold it.</summary>
    public Line? LineOf(string figure) => _lineOfFigure.GetValueOrDefault(figure);

    private Line Place(Component component, Criterion criterion)
    {
        // In the order of the set's list, which puts a whole before its part; a rule names the part first.
        var read = criterion.Figures.ToHashSet(StringComparer.Ordinal);
        var figures = Set.Figures.Where(figure => read.Contains(figure.Code)).ToList();
        var asked = figures.Where(figure => figure.Source == FigureSource.Agency && !_lineOfFigure.ContainsKey(figure.Code)).ToList();
        var line = new Line(component, criterion, asked, [.. figures.Except(asked)]);
        foreach (var figure in figures)
            _lineOfFigure.TryAdd(figure.Code, line);
        return line;
    }

    /// <param name="Asked">Figures entered here.</param>
    /// <param name="Read">Figures this criterion reads that are entered elsewhere or provided by others.</param>
    public sealed record Line(Component Component, Criterion Criterion, IReadOnlyList<Figure> Asked, IReadOnlyList<Figure> Read)
    {
        /// <summary>What the criterion's rule measures.</summary>
        public IReadOnlyList<Quantity> Quantities { get; } = [.. (Criterion.Rule?.Parts ?? []).Select(part => part switch
        {
            Linear linear => linear.Of,
            Steps steps => steps.Of,
            _ => null,
        }).OfType<Quantity>().Distinct()];
    }
}

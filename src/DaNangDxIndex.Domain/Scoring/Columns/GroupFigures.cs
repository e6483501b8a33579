using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>An agency of a group that is scored in columns.</summary>
public sealed record GroupMember(string Agency, string? Parent = null, bool Ranked = true)
{
    public IReadOnlyCollection<string> Kinds { get; init; } = [];
}

/// <summary>
/// The figures of a whole group, one column per figure: the form in which <see cref="GroupScorer"/> is fast. Fill it, score it;
/// it is not safe to fill from several threads at once.
/// </summary>
public sealed class GroupFigures
{
    private readonly Dictionary<string, int> _figureIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Member, int Figure), decimal> _outsize = [];
    private readonly Dictionary<string, int>[] _optionIndex;

    public GroupFigures(CriteriaSet set, IEnumerable<GroupMember> members)
    {
        Set = set;
        Members = [.. members];
        Columns = new FigureColumn[set.Figures.Count];
        _optionIndex = new Dictionary<string, int>[set.Figures.Count];
        for (var figure = 0; figure < Columns.Length; figure++)
        {
            _figureIndex[set.Figures[figure].Code] = figure;
            Columns[figure] = new FigureColumn(Members.Count);
            _optionIndex[figure] = set.Figures[figure].Options.Select((option, index) => (option.Code, index))
                .ToDictionary(option => option.Code, option => option.index, StringComparer.Ordinal);
        }
    }

    public CriteriaSet Set { get; }

    public IReadOnlyList<GroupMember> Members { get; }

    internal FigureColumn[] Columns { get; }

    /// <summary>Members with a number too large or too fine for the columns.</summary>
    internal IEnumerable<int> Outsize => _outsize.Keys.Select(key => key.Member).Distinct();

    internal Dictionary<int, Dictionary<string, Decided>> Decisions { get; } = [];

    public static GroupFigures Of(CriteriaSet set, IEnumerable<ScoringInput> inputs)
    {
        var group = inputs.ToList();
        var figures = new GroupFigures(
            set, group.Select(input => new GroupMember(input.Agency, input.Parent, input.Ranked) { Kinds = input.Kinds }));
        for (var member = 0; member < group.Count; member++)
        {
            foreach (var (code, value) in group[member].Figures)
            {
                if (figures.IndexOf(code) is { } figure)
                    figures.Put(member, figure, value);
            }

            foreach (var (criterion, decided) in group[member].Decisions)
                figures.Decide(member, criterion, decided);
        }

        return figures;
    }

    /// <summary>The column of a figure, or null where the set has no such figure.</summary>
    public int? IndexOf(string figure) => _figureIndex.TryGetValue(figure, out var index) ? index : null;

    /// <exception cref="RuleViolation">scoring.figure-kind: the value is an option where a number is read, or the reverse.</exception>
    public void Put(int member, int figure, FigureValue value)
    {
        var known = Set.Figures[figure];
        if ((known.Kind == FigureKind.Choice) != (value.Option is not null))
            throw WrongKind(known);
        var number = value.Number;
        if (value.Option is not null)
            number = _optionIndex[figure].TryGetValue(value.Option, out var option) ? option : throw WrongKind(known);
        if (!Columns[figure].TryPut(member, number))
            _outsize[(member, figure)] = number;
        else if (_outsize.Count > 0)
            _outsize.Remove((member, figure));
    }

    public void Decide(int member, string criterion, Decided decided)
    {
        if (!Decisions.TryGetValue(member, out var decisions))
            Decisions[member] = decisions = new Dictionary<string, Decided>(StringComparer.Ordinal);
        decisions[criterion] = decided;
    }

    /// <summary>One agency as <see cref="Scorer"/> takes it.</summary>
    public ScoringInput InputOf(int member)
    {
        var values = new Dictionary<string, FigureValue>(StringComparer.Ordinal);
        for (var figure = 0; figure < Columns.Length; figure++)
        {
            if (ValueOf(member, figure) is { } value)
                values[Set.Figures[figure].Code] = value;
        }

        var entrant = Members[member];
        var input = new ScoringInput
        {
            Agency = entrant.Agency, Parent = entrant.Parent, Ranked = entrant.Ranked, Kinds = entrant.Kinds, Figures = values,
        };
        return Decisions.TryGetValue(member, out var decisions) ? input with { Decisions = decisions } : input;
    }

    private FigureValue? ValueOf(int member, int figure)
    {
        if (!_outsize.TryGetValue((member, figure), out var number))
        {
            if (double.IsNaN(Columns[figure].Units[member]))
                return null;
            number = Columns[figure].ValueAt(member);
        }

        var known = Set.Figures[figure];
        return known.Kind == FigureKind.Choice ? FigureValue.Chosen(known.Options[(int)number].Code) : FigureValue.Of(number);
    }

    private static RuleViolation WrongKind(Figure figure) => new("scoring.figure-kind", new Bilingual(
        $"Giá trị của số liệu “{figure.Code}” không đúng loại. Nhập lại số liệu này.",
        $"The value of the figure \"{figure.Code}\" is of the wrong kind. Enter this figure again."));
}

using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>What of the form is shown: all of it, or what waits for something.</summary>
public enum EntryShow
{
    All,

    /// <summary>Figures that are blank.</summary>
    Missing,

    /// <summary>Criteria that were given back.</summary>
    Returned,

    /// <summary>Criteria with an error or with a warning that has no sentence.</summary>
    Doubts,
}

/// <summary>Which figures of a form an <see cref="EntryShow"/> leaves, and how many there are.</summary>
public sealed class EntryFilter(AssessmentSheet sheet)
{
    private readonly IReadOnlyList<Doubt> _open = sheet.OpenDoubts;

    /// <summary>Criteria that were given back, each with what is to be mended in it.</summary>
    public IReadOnlyDictionary<string, string> Returned { get; } = ReturnedCriteria.ToMend(sheet.Assessment);

    /// <summary>How many figures are blank, criteria are returned, doubts are open.</summary>
    public int Count(EntryShow show) => show switch
    {
        EntryShow.Missing => sheet.Of - sheet.Filled,
        EntryShow.Returned => Returned.Count,
        EntryShow.Doubts => _open.Count,
        EntryShow.All => sheet.Of,
    };

    /// <summary>What is left of a criterion; null where nothing is.</summary>
    public EntryForm.Line? Of(EntryForm.Line line, EntryShow show) => show switch
    {
        EntryShow.Missing => line.Asked.Where(figure => sheet.Stored(figure) is null).ToList() is { Count: > 0 } blank
            ? line with { Asked = blank }
            : null,
        EntryShow.Returned => Returned.ContainsKey(line.Criterion.Code) ? line : null,
        EntryShow.Doubts => _open.Any(doubt => doubt.Figure is { } figure ? line.Asked.Contains(figure) : doubt.Component == line.Component)
            ? line
            : null,
        EntryShow.All => line,
    };

    /// <summary>The components in which something is left, in the order of the form.</summary>
    public IReadOnlyList<Component> Components(EntryShow show) =>
        [.. sheet.Form.Lines.Where(line => Of(line, show) is not null).Select(line => line.Component).Distinct()];

    /// <summary>By kind how many there are, and where: in the component that is shown, or else in the first that has one.</summary>
    public IEnumerable<(EntryShow Show, int Count, Component? First)> Places(Component shown) =>
        from show in Enum.GetValues<EntryShow>()
        let there = Components(show)
        select (show, Count(show), there.Contains(shown) ? shown : there.Count > 0 ? there[0] : null);
}

using DaNangDxIndex.Criteria;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// The criteria of a form, each with a field for what is to be mended in it: a return and a sending back name criteria by filling it.
/// </summary>
/// <param name="Typed">By criterion, as it was typed.</param>
public sealed record NamedCriteria(EntryForm Form, IReadOnlyDictionary<string, string?> Typed)
{
    public IEnumerable<Part> Components => Form.Components.Select(component =>
    {
        List<Line> lines = [.. Form.LinesOf(component).Where(IsTheAgencys).Select(line => new Line(
            line.Criterion.Code, line.Criterion.Name.ForReader(), Typed.GetValueOrDefault(line.Criterion.Code)))];
        return new Part(component, lines, lines.Count(line => !string.IsNullOrWhiteSpace(line.Typed)));
    }).Where(part => part.Lines.Count > 0);

    /// <summary>The agency can mend something in it: one of its own figures stands in it, or is read by it.</summary>
    private static bool IsTheAgencys(EntryForm.Line line) =>
        line.Asked.Concat(line.Read).Any(figure => figure.Source == FigureSource.Agency);

    /// <param name="Named">How many have something typed.</param>
    public sealed record Part(Component Component, IReadOnlyList<Line> Lines, int Named);

    public sealed record Line(string Code, string Name, string? Typed)
    {
        /// <summary>Of the form, and of the model state.</summary>
        public string Field => $"Criteria[{Code}]";
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using DaNangDxIndex.Csv;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Targets;

/// <summary>The targets of a year, as programs read them.</summary>
public sealed record TargetsAnswer(int Edition, IReadOnlyList<TargetsAnswer.Item> Items)
{
    /// <param name="Indicator">Code of what is measured; null where it is tied to nothing.</param>
    /// <param name="Group">Code of the group it is set for; null where it is set for all.</param>
    /// <param name="Bound">least or most: the side of the level that the target wants.</param>
    /// <param name="Percent">The level, a decimal string; null where it is a count, or the source has words only.</param>
    /// <param name="Count">The level as a whole number, a decimal string; null where it is a percentage, or there are only words.</param>
    /// <param name="Unit">What a count counts; null where the subject says it.</param>
    /// <param name="Due">The year or month at whose end it is due: "2025".</param>
    /// <param name="Actual">What was printed, earliest first.</param>
    /// <param name="State">
    /// unknown: no value was printed; incomparable: no number of the same kind was; met or missed when it was due; metEarly or short: by an
    /// older value.
    /// </param>
    /// <param name="Latest">Place in the list of the value it is held against, from 0; null where there is none.</param>
    /// <param name="Results">Year and number of the publication whose figures the groups show; null where there is none.</param>
    /// <param name="Withdrawn">
    /// Year and number of the publication that held the agencies' figures and was withdrawn; null while results are shown, or none were.
    /// </param>
    public sealed record Item(
        string? Indicator, string? Group, Text Subject, TargetBound Bound, string? Percent, string? Count, Text? Unit, string Due,
        Origin Source,
        IReadOnlyList<Value> Actual, TargetState State, int? Latest, Version? Results, Version? Withdrawn,
        IReadOnlyList<Behind> Groups);

    /// <param name="Percent">A decimal string, exact to four places; null where it is a count, or there are only words.</param>
    /// <param name="Count">A whole number, a decimal string; null where it is a percentage, or there are only words.</param>
    /// <param name="Said">As it was printed.</param>
    /// <param name="Period">When it was measured: "2024" or "2024-08".</param>
    public sealed record Value(string Period, string? Percent, string? Count, Text? Said, Origin Source);

    /// <param name="Percent">Of all agencies of the group together; null where nobody has figures, or the target is a count.</param>
    /// <param name="Count">What all agencies of the group count together, a decimal string; null where the target is a percentage.</param>
    /// <param name="Agencies">How many stand in the group; those without figures are counted here alone.</param>
    /// <param name="Reporting">How many have a share, or a count.</param>
    /// <param name="Reaching">How many are where the target wants them; null where it sets no percentage.</param>
    /// <param name="Illustrative">Some figure is made for demonstration.</param>
    public sealed record Behind(
        string Group, string? Percent, string? Count, int Agencies, int Reporting, int? Reaching, bool Illustrative);

    public sealed record Version(int Edition, int Number);

    /// <param name="Address">Where it can be read; null where only the paper is known.</param>
    /// <param name="DocumentNumber">"123/TB-UBND"; null where it has none, or its name tells it.</param>
    /// <param name="Dated">The day it was signed or printed; null where it is not known, or its name tells it.</param>
    public sealed record Origin(
        string Code, string Name, string NameEn, string? Address, string? DocumentNumber, DateOnly? Dated);

    public sealed record Text(string Vi, string En);

    public static TargetsAnswer Of(int year, IEnumerable<ShownTarget> targets) => new(year, [.. targets.Select(Of)]);

    /// <summary>One line a target, RFC 4180; an unknown value is an empty field.</summary>
    public string Csv()
    {
        var text = new StringBuilder();
        CsvText.Append(
            text, "edition", "indicator", "group", "subject", "subject_en", "percent", "due", "source", "actual_percent", "actual_period",
            "actual_source", "state", "agencies", "reporting", "reaching", "bound", "count", "unit", "unit_en", "actual_count");
        foreach (var item in Items)
        {
            var latest = item.Latest is { } place ? item.Actual[place] : null;
            CsvText.Append(
                text, Number(Edition), item.Indicator, item.Group, CsvText.Plain(item.Subject.Vi), CsvText.Plain(item.Subject.En),
                item.Percent, item.Due, item.Source.Code, latest?.Percent, latest?.Period, latest?.Source.Code,
                JsonNamingPolicy.CamelCase.ConvertName(item.State.ToString()),
                Counted(item, group => group.Agencies), Counted(item, group => group.Reporting), Counted(item, group => group.Reaching),
                JsonNamingPolicy.CamelCase.ConvertName(item.Bound.ToString()), item.Count, CsvText.Plain(item.Unit?.Vi ?? ""),
                CsvText.Plain(item.Unit?.En ?? ""), latest?.Count);
        }

        return text.Replace("\n", "\r\n").ToString();
    }

    private static Item Of(ShownTarget shown)
    {
        var (target, figure) = (shown.Target, shown.Target.Printed.Figure);
        return new(
            target.Indicator, figure.Group, new(figure.Subject.Vi, figure.Subject.En), target.Bound, PercentOf(target.Level),
            CountOf(target.Level), figure.Unit is { } unit ? new(unit.Vi, unit.En) : null, $"{target.Due}",
            Of(target.Printed.Source), [.. target.Actual.Select(Of)], target.State,
            target.Latest is { } latest ? target.Actual.ToList().IndexOf(latest) : null,
            shown.Version is { } version ? new(version.Edition.Year, version.Edition.Number) : null,
            shown.Withdrawn is { Version: { } number } withdrawn ? new(withdrawn.Year, number) : null,
            [.. shown.Groups.Select(group => Of(target, group))]);
    }

    private static Value Of(ActualValue value) => new(
        $"{value.At}", PercentOf(value.Level), CountOf(value.Level),
        value.Printed.Figure.Value is { } said ? new(said.Vi, said.En) : null, Of(value.Printed.Source));

    private static Behind Of(Target target, AgenciesBehind group) => new(
        group.Group, Invariant((group.Share * 100)?.Round(4)), Invariant(group.Sum?.Round(4)), group.Agencies.Count, group.Reporting,
        group.Reaching(target), group.Illustrative);

    private static Origin Of(Source source) => new(
        source.Code, source.Name.Vi, source.Name.En, source.Address, source.DocumentNumber, source.Dated);

    private static string? PercentOf(Level? level) => level is { InPercent: true } ? Invariant(level.Number.Round(4)) : null;

    private static string? CountOf(Level? level) => level is { InPercent: false } ? Invariant(level.Number.Round(0)) : null;

    private static string? Invariant(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Counted(Item item, Func<Behind, int?> of) =>
        item.Groups.Count == 0 || item.Groups.Any(group => of(group) is null) ? "" : Number(item.Groups.Sum(group => of(group) ?? 0));
}

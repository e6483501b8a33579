namespace DaNangDxIndex.Editions;

/// <summary>Why two editions of a group are not compared.</summary>
public enum BreakCause
{
    /// <summary>They belong to two indexes.</summary>
    Series,

    /// <summary>The group is made of another kind of agencies.</summary>
    Population,

    /// <summary>Nothing is known of a year between them.</summary>
    MissingYears,
}

/// <summary>
/// A break between two editions of a group. Across a break there is no change of rank,
/// no change of tier and no line in a chart; the break is drawn and named instead.
/// </summary>
public sealed record Break(BreakCause Cause, int From, int To, Bilingual Sentence)
{
    /// <summary>
    /// Null where the two may be compared: the same index, the same kind of agencies,
    /// and no year between them. The first that does not hold is the cause.
    /// </summary>
    public static Break? Between(SeriesYear earlier, SeriesYear later)
    {
        if (earlier.Series.Code != later.Series.Code)
            return new(BreakCause.Series, earlier.Year, later.Year, OtherSeries(earlier, later));
        if (earlier.Population != later.Population)
            return new(BreakCause.Population, earlier.Year, later.Year, OtherPopulation(earlier, later));
        return later.Year - earlier.Year == 1
            ? null
            : new(BreakCause.MissingYears, earlier.Year, later.Year, Missing(earlier.Year, later.Year));
    }

    private static Bilingual OtherSeries(SeriesYear earlier, SeriesYear later) => new(
        $"Không so sánh năm {later.Year} với năm {earlier.Year}: hai năm thuộc hai bộ chỉ số khác nhau "
        + $"({earlier.Series.Name.Vi}; {later.Series.Name.Vi}).",
        $"{later.Year} is not compared with {earlier.Year}: the two years belong to two different indexes "
        + $"({earlier.Series.Name.En}; {later.Series.Name.En}).");

    private static Bilingual OtherPopulation(SeriesYear earlier, SeriesYear later) => new(
        $"Không so sánh năm {later.Year} với năm {earlier.Year}: đối tượng đánh giá khác nhau "
        + $"(năm {earlier.Year}: {earlier.Members.Vi}; năm {later.Year}: {later.Members.Vi}).",
        $"{later.Year} is not compared with {earlier.Year}: other agencies were assessed "
        + $"({earlier.Year}: {earlier.Members.En}; {later.Year}: {later.Members.En}).");

    private static Bilingual Missing(int from, int to)
    {
        var (years, single) = ($"{from + 1}{(to - from > 2 ? $"–{to - 1}" : "")}", to - from == 2);
        return new(
            $"Không so sánh năm {to} với năm {from}: không có kết quả {(single ? "năm" : "các năm")} {years}.",
            $"{to} is not compared with {from}: the results of {years} are not known.");
    }
}

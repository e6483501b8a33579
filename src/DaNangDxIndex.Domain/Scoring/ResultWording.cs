using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>What happened to one criterion of one agency, in one language.</summary>
internal sealed class ResultWording(CriteriaSet set, CriterionResult result, ScoringInput input, GroupBest? best, string language)
{
    private readonly QuantityWording _quantities = new(set, language);
    private readonly bool _penalty = set.ComponentOf(result.Criterion.Code)?.Block == Block.Penalty;

    /// <summary>"6,00/6,00 điểm"; of a penalty what it takes off, "−0,20 điểm".</summary>
    public string Points => _penalty
        ? With(result.Points.IsZero ? Printed(result.Points) : "−" + Printed(result.Points))
        : With($"{Printed(result.Points)}/{Printed(result.Criterion.Maximum)}");

    public string Sentence()
    {
        if (result.State == ResultState.Information)
            return T("Thu thập thông tin, không tính điểm.", "For information only; not scored.");
        var steps = string.Join("; ", Steps());
        return EndsInPoints ? steps : $"{steps} → {Outcome()}";
    }

    public string ValueOf(Figure figure)
    {
        if (!input.Figures.TryGetValue(figure.Code, out var value))
            return T("chưa có", "blank");
        return FigureInWords.Value(set, figure, value, language);
    }

    public IEnumerable<string> Steps() => result.State switch
    {
        ResultState.Information => [],
        ResultState.Decided => [T("Điểm do Tổ thẩm định xác định", "Points set by the appraisal team")],
        ResultState.NotApplicable => [T("Không áp dụng", "Not applicable") + ByPolicy(result.Criterion.NotApplicable)],
        ResultState.NothingDue =>
            [T("Không phát sinh trong năm (0/0)", "No cases in the year (0/0)") + ByPolicy(result.Criterion.NothingDue)],
        ResultState.Scored => result.Criterion.Rule is { } rule ? Of(rule, "") : [],
    };

    // A single linear rule between its ends shows the sum, which ends in the points; so does what is left out.
    private bool EndsInPoints => result.State == ResultState.Scored
        ? result.Criterion.Rule is Linear linear && Measure(linear.Of) is { State: MeasuredState.Value } measured
            && Linear(linear, measured.Value).IsBetween
        : result.Share is null;

    private string Outcome()
    {
        if (result.IsOpen)
            return OpenPart.NotCounted.In(language);
        return _penalty && result.Points.IsZero ? T("không trừ điểm", "no deduction") : Points;
    }

    private string ByPolicy(Policy policy) => (policy, _penalty) switch
    {
        (_, true) or (Policy.Zero, _) => "",
        (Policy.Full, _) => T(": tính điểm tối đa", ": the maximum is granted"),
        (Policy.Exclude, _) => T(": không tính vào điểm tối đa", ": excluded from the maximum"),
    };

    // The place numbers the parts of parts, as the rule in words does: (2.1), (2.2).
    private IEnumerable<string> Of(Rule rule, string place) => rule switch
    {
        Linear linear => [Measured(linear.Of, value => Linear(linear, value).Text(isPart: place.Length > 0))],
        Steps steps => [Measured(steps.Of, value => _quantities.Worked(steps.Of, value, input.Figures) + Level(steps, value))],
        Choice choice => [Chosen(choice)],
        Sum sum => sum.Of.SelectMany((part, index) => Numbered(part.Rule, $"{place}{index + 1}")),
        Best alternatives => alternatives.Of.SelectMany((part, index) => Numbered(part, $"{place}{index + 1}")),
        _ => [],
    };

    private IEnumerable<string> Numbered(Rule part, string place) =>
        part is Sum or Best ? Of(part, place + ".") : Of(part, place).Select(text => $"({place}) {text}");

    private string Measured(Quantity quantity, Func<Fraction, string> worked)
    {
        var measured = Measure(quantity);
        return measured.State switch
        {
            MeasuredState.Value => worked(measured.Value),
            MeasuredState.AboveWhole => _quantities.Worked(quantity, measured.Value, input.Figures)
                + T(", lớn hơn tổng số: không có điểm cho đến khi được làm rõ", ", above the whole: no points until this is clarified"),
            MeasuredState.Blank => T("chưa có số liệu ", "no figure for ") + Blanks(quantity),
            MeasuredState.NothingDue => _quantities.Name(quantity) + T(": không phát sinh trong năm (0/0)", ": no cases in the year (0/0)"),
            MeasuredState.Contradictory => _quantities.Name(quantity)
                + T(": số liệu không hợp lệ (mẫu số bằng 0 hoặc âm)", ": inconsistent figures (the denominator must be above 0)"),
        };
    }

    private string Level(Steps steps, Fraction value)
    {
        var reached = steps.Levels.LastOrDefault(level => value >= level.At);
        if (reached is null)
            return _penalty || _quantities.IsYesNo(steps.Of) || steps.Levels[0].At == Fraction.One
                ? ""
                : T(", dưới ", ", below ") + _quantities.Amount(steps.Of, steps.Levels[0].At);
        if (reached.Share == Fraction.One && _quantities.IsYesNo(steps.Of))
            return "";
        return ", " + Earned(reached.Share);
    }

    private string Chosen(Choice choice)
    {
        var figure = FigureOf(choice.Of);
        if (!input.Figures.TryGetValue(choice.Of, out var value))
            return T("chưa có số liệu ", "no figure for ") + $"“{figure.Name.In(language)}”";
        var share = choice.Options.FirstOrDefault(option => option.Option == value.Option)?.Share ?? Fraction.Zero;
        return $"“{figure.Name.In(language)}”: {ValueOf(figure)}, {Earned(share)}";
    }

    private string Earned(Fraction share) => (_penalty, share.IsZero, share == Fraction.One) switch
    {
        (true, true, _) => T("không trừ điểm", "no deduction"),
        (true, _, true) => T("trừ tối đa", "the most is deducted"),
        (true, _, _) => T("trừ ", "deducts ") + PointsWording.OfThePoints(share, language),
        (_, true, _) => T("không có điểm", "no points"),
        (_, _, true) => T("điểm tối đa", "full points"),
        _ => T("đạt ", "") + PointsWording.OfThePoints(share, language),
    };

    private LinearResultWording Linear(Linear linear, Fraction value) =>
        new(set.Method, result, input.Figures, best, _quantities, linear, value, _penalty, language);

    private Measured Measure(Quantity quantity) =>
        new ReadFigures(input.Figures, FigureOf, input.Accepts(result.Criterion.Code)).Measure(quantity);

    private string Blanks(Quantity quantity) => string.Join(", ", quantity.Figures.Distinct(StringComparer.Ordinal)
        .Where(code => !input.Figures.ContainsKey(code)).Select(code => $"“{FigureOf(code).Name.In(language)}”"));

    private Figure FigureOf(string code) =>
        set.Figure(code) ?? throw new ArgumentException($"The set has no figure '{code}'.", nameof(code));

    private string Printed(Fraction points) => NumberText.Fixed(set.Method.Round(points), set.Method.Decimals, language);

    private string With(string points) => NumberText.With(points, T("điểm", "points"));

    private string T(string vi, string en) => language == "en" ? en : vi;
}

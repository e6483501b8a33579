using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>What happened to one criterion of one agency, in one language.</summary>
internal sealed class ResultWording(CriteriaSet set, CriterionResult result, ScoringInput input, GroupBest? best, string language)
{
    private readonly QuantityWording quantities = new(set, language);
    private readonly bool penalty = set.ComponentOf(result.Criterion.Code)?.Block == Block.Penalty;

    public string Points => $"{Printed(result.Points)} / {Printed(result.Criterion.Maximum)}";

    public string Sentence() => result.State == ResultState.Information
        ? T("Chỉ thu thập thông tin, không tính điểm.", "Collected for information, not scored.")
        : $"{string.Join("; ", Steps())} → {(penalty ? T("trừ ", "deducts ") : "")}{Outcome()}";

    public string ValueOf(Figure figure)
    {
        if (!input.Figures.TryGetValue(figure.Code, out var value))
            return T("chưa có", "blank");
        return FigureInWords.Value(set, figure, value, language);
    }

    public IEnumerable<string> Steps() => result.State switch
    {
        ResultState.Information => [],
        ResultState.Decided => [T("Người thẩm định cho điểm", "Points set by the appraiser")],
        ResultState.NotApplicable => [T("Không áp dụng: ", "Not applicable: ") + PolicyText(result.Criterion.NotApplicable)],
        ResultState.NothingDue => [T("Không phát sinh (0 / 0): ", "Nothing was due (0 / 0): ") + PolicyText(result.Criterion.NothingDue)],
        ResultState.Scored => result.Criterion.Rule is { } rule ? Of(rule, "") : [],
    };

    private string Printed(Fraction points) => NumberText.Fixed(set.Method.Round(points), set.Method.Decimals, language);

    private string Outcome()
    {
        if (result.IsOpen)
            return OpenPart.NotCounted.In(language);
        return result.Share is null ? T("không tính điểm", "not counted") : Points;
    }

    private string PolicyText(Policy policy) => (policy, penalty) switch
    {
        (_, true) => T("không trừ điểm", "nothing is deducted"),
        (Policy.Zero, _) => T("được 0 điểm", "earns 0 points"),
        (Policy.Full, _) => T("được điểm tối đa", "earns the maximum"),
        (Policy.Exclude, _) => T("không tính vào điểm tối đa", "left out of the maximum"),
    };

    // The place numbers the parts of parts, as the rule in words does: (2.1), (2.2).
    private IEnumerable<string> Of(Rule rule, string place) => rule switch
    {
        Linear linear => [Measured(linear.Of, value => Reached(linear, value))],
        Steps steps => [Measured(steps.Of, value => Level(steps, value))],
        Choice choice => [Chosen(choice)],
        Sum sum => sum.Of.SelectMany((part, index) => Numbered(part.Rule, $"{place}{index + 1}")),
        Best alternatives => alternatives.Of.SelectMany((part, index) => Numbered(part, $"{place}{index + 1}")),
        _ => [],
    };

    private IEnumerable<string> Numbered(Rule part, string place) =>
        part is Sum or Best ? Of(part, place + ".") : Of(part, place).Select(text => $"({place}) {text}");

    private string Measured(Quantity quantity, Func<Fraction, string> outcome)
    {
        var measured = new ReadFigures(input.Figures, FigureOf, input.Accepts(result.Criterion.Code)).Measure(quantity);
        return measured.State switch
        {
            MeasuredState.Value => quantities.Worked(quantity, measured.Value, input.Figures) + outcome(measured.Value),
            MeasuredState.AboveWhole => quantities.Worked(quantity, measured.Value, input.Figures)
                + T(", phần lớn hơn tổng số: chưa được điểm cho đến khi làm rõ", ", the part is above the whole: no points until this is explained"),
            MeasuredState.Blank => T("chưa có số liệu ", "no figure for ") + Blanks(quantity),
            MeasuredState.NothingDue => quantities.Name(quantity) + T(": không phát sinh (0 / 0)", ": nothing was due (0 / 0)"),
            MeasuredState.Contradictory => quantities.Name(quantity) + T(": số liệu mâu thuẫn (mẫu số không lớn hơn 0)", ": figures contradict each other (the denominator is not above 0)"),
        };
    }

    private string Reached(Linear linear, Fraction value)
    {
        if (linear.Target == Target.Number)
            return Reached(linear, value, linear.To, penalty
                ? T($"mức {Amount(linear.To)}", $"the level of {Amount(linear.To)}")
                : T($"mục tiêu {Amount(linear.To)}", $"the target of {Amount(linear.To)}"));
        var (vi, en) = linear.Target == Target.Highest ? ("cao nhất", "highest") : ("thấp nhất", "lowest");
        if (best is null)
            return T($", chưa biết giá trị {vi} trong khối", $", the {en} value of the group is not known yet");
        return best.Values.TryGetValue(new BestKey(result.Criterion.Code, linear.Of, linear.Target), out var to)
            ? Reached(linear, value, to, T($"giá trị {vi} trong khối {Amount(to)}", $"the {en} value of the group, {Amount(to)}"))
            : "";

        string Amount(Fraction number) => quantities.Amount(linear.Of, number);
    }

    private string Reached(Linear linear, Fraction value, Fraction to, string target)
    {
        var rising = to > linear.From;
        if (linear.Target != Target.Number && (linear.Target == Target.Highest ? to <= linear.From : to >= linear.From))
            return T($", {target} không vượt mức khởi điểm", $", {target}, does not pass the starting level");
        if (rising ? value >= to : value <= to)
            return T($", đạt {target}", $", reaches {target}");
        var from = quantities.Amount(linear.Of, linear.From);
        if (rising ? value <= linear.From : value >= linear.From)
            return linear.From.IsZero && rising ? "" : T($", chưa vượt mức {from}", $", does not pass {from}");
        var share = NumberText.Percent((value - linear.From) / (to - linear.From), language);
        return linear.From.IsZero
            ? T($", bằng {share} của {target}", $", {share} of {target}")
            : T($", đạt {share} khoảng từ {from} đến {target}", $", {share} of the way from {from} to {target}");
    }

    private string Level(Steps steps, Fraction value)
    {
        var reached = steps.Levels.LastOrDefault(level => value >= level.At);
        if (quantities.IsYesNo(steps.Of))
            return reached is null ? "" : ", " + OfThePoints(reached.Share);
        if (reached is null)
            return T($", {(penalty ? "chưa đến" : "chưa đạt")} mức {quantities.Amount(steps.Of, steps.Levels[0].At)}", $", below the level of {quantities.Amount(steps.Of, steps.Levels[0].At)}");
        return T($", mức từ {quantities.Amount(steps.Of, reached.At)}: ", $", level from {quantities.Amount(steps.Of, reached.At)}: ") + OfThePoints(reached.Share);
    }

    private string OfThePoints(Fraction share) =>
        T($"{(penalty ? "trừ" : "được")} {NumberText.Percent(share, language)} số điểm", $"{NumberText.Percent(share, language)} of the points");

    private string Chosen(Choice choice)
    {
        var figure = FigureOf(choice.Of);
        if (!input.Figures.TryGetValue(choice.Of, out var value))
            return T("chưa có số liệu ", "no figure for ") + $"“{figure.Name.In(language)}”";
        var share = choice.Options.FirstOrDefault(option => option.Option == value.Option)?.Share ?? Fraction.Zero;
        return $"“{figure.Name.In(language)}”: {ValueOf(figure)}, {OfThePoints(share)}";
    }

    private string Blanks(Quantity quantity) => string.Join(", ", quantity.Figures.Distinct(StringComparer.Ordinal)
        .Where(code => !input.Figures.ContainsKey(code)).Select(code => $"“{FigureOf(code).Name.In(language)}”"));

    private Figure FigureOf(string code) => set.Figure(code) ?? throw new ArgumentException($"The set has no figure '{code}'.", nameof(code));

    private string T(string vi, string en) => language == "en" ? en : vi;
}

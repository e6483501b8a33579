namespace DaNangDxIndex.Criteria.Reading;

/// <summary>Reads one criterion and checks it against its rule, its policies and its block.</summary>
internal sealed class CriterionReader(FigureReader figures, Codes codes, Method method, Func<string, Figure?> figure)
{
    private static readonly Fraction Most = 1_000_000;
    private readonly RuleReader _rules = new(figures);
    private readonly Reach _reach = new(figure);

    public Criterion? Read(Place place, Block block)
    {
        if (!place.IsObjectOf(
            "code", "name", "pillar", "maximum", "unscored", "rule", "information", "notApplicable", "nothingDue",
            "verifyingUnit", "legalBasis", "guidance", "evidence"))
        {
            return null;
        }

        var (code, name, pillar) = (codes.Define(place.Required("code")), place.Required("name")?.Words(),
            place.Required("pillar").Word<Pillar>());
        var maximum = place.Required("maximum")?.NumberBetween(0, Most);
        var rule = place.Member("rule") is { } written ? _rules.Read(written) : null;
        var nothingDue = place.Member("nothingDue").Word<Policy>() ?? method.NothingDue;
        CheckMaximum(place, maximum);
        if (rule is not null)
            CheckRule(place, rule, block, nothingDue);
        var information = Information(place);
        if (code is null || maximum is null)
            return null;
        return new Criterion
        {
            Code = code,
            Name = name ?? new Bilingual(code, code),
            Pillar = pillar ?? Pillar.Government,
            Maximum = maximum.Value,
            Rule = rule,
            Information = information,
            NotApplicable = place.Member("notApplicable").Word<Policy>() ?? method.NotApplicable ?? Policy.Exclude,
            NothingDue = nothingDue ?? Policy.Exclude,
            VerifyingUnit = place.Member("verifyingUnit")?.Code(),
            LegalBasis = place.Member("legalBasis")?.Words(),
            Guidance = place.Member("guidance")?.Words(),
            Evidence = Evidence(place.Member("evidence")),
        };
    }

    private IReadOnlyList<string> Information(Place place)
    {
        var known = new List<string>();
        foreach (var item in place.Member("information")?.Items() ?? [])
        {
            if (item.Text() is { } code && figures.Find(item, code) is not null)
                known.Add(code);
        }

        return known;
    }

    private static EvidenceDuty? Evidence(Place? place)
    {
        if (place is null || !place.IsObjectOf("required", "text"))
            return null;
        return new EvidenceDuty(place.Member("required").Flag(), place.Member("text")?.Words());
    }

    private static void CheckMaximum(Place place, Fraction? maximum)
    {
        if (maximum is null)
            return;
        var unscored = place.Member("unscored").Flag();
        if (maximum.Value.IsZero && place.Has("rule") && !unscored)
            place.Problem(
                "Điểm tối đa là 0 nhưng có cách tính điểm. Nếu cố ý, ghi \"unscored\": true; nếu không, sửa điểm tối đa.",
                "The maximum is 0 but there is a rule. If this is intended, write \"unscored\": true; if not, correct the maximum.");
        if (!maximum.Value.IsZero && !place.Has("rule"))
            place.Problem(
                $"Tiêu chí có {maximum} điểm nhưng không có cách tính. Thêm \"rule\", "
                    + "hoặc cho điểm tối đa bằng 0 nếu chỉ thu thập thông tin.",
                $"The criterion has {maximum} points and no rule. Add a \"rule\", or set the maximum to 0 if it is information only.");
        if (!maximum.Value.IsZero && unscored)
            place.Problem("Tiêu chí không chấm điểm phải có điểm tối đa bằng 0.", "An unscored criterion has the maximum 0.");
    }

    private void CheckRule(Place place, Rule rule, Block block, Policy? nothingDue)
    {
        var greatest = _reach.Of(rule);
        if (greatest < Fraction.One)
            place.Member("rule")?.Problem(
                $"Điểm tối đa không đạt được: cao nhất chỉ {greatest} điểm tối đa. Sửa mức, trọng số hoặc khoảng giá trị để đạt 1.",
                $"The maximum is out of reach: at most {greatest} of it can be earned. Correct levels, "
                    + "weights or bounds so that 1 is reached.");
        if (nothingDue is null && Quantities(rule).Any(quantity => quantity.IsRatio && !(_reach.Least(quantity.Over) > Fraction.Zero)))
            place.Problem(
                "Mẫu số có thể bằng 0. Ghi \"nothingDue\" (zero, full hoặc exclude) ở đây hoặc trong \"method\".",
                "A denominator can be zero. State \"nothingDue\" (zero, full or exclude) here or in \"method\".");
        if (block == Block.Penalty && rule.Figures.FirstOrDefault(code => figure(code)?.Source == FigureSource.Agency) is { } declared)
            place.Member("rule")?.Problem(
                $"Điểm trừ không dựa vào số liệu do cơ quan tự khai (“{declared}”). "
                    + "Đặt \"source\" của số liệu là system, survey hoặc office.",
                $"A penalty must not depend on figures declared by the agency (\"{declared}\"). "
                    + "Set the figure's \"source\" to system, survey or office.");
    }

    private static IEnumerable<Quantity> Quantities(Rule rule) => rule.Parts.Select(part => part switch
    {
        Linear linear => linear.Of,
        Steps steps => steps.Of,
        _ => null,
    }).OfType<Quantity>();
}

namespace DaNangDxIndex.Criteria.Reading;

/// <summary>Reads components and criteria, and checks each criterion against its rule and policies.</summary>
internal sealed class ComponentReader(FigureReader figures, Codes componentCodes, Codes criterionCodes, Law law)
{
    private static readonly Fraction Most = 1_000_000;
    private readonly RuleReader rules = new(figures);

    public IReadOnlyList<Component> Read(Place? place, Func<string, Figure?> figure)
    {
        if (place is null)
            return [];
        var reach = new Reach(figure);
        var components = place.Items().Select(item => ComponentAt(item, reach, figure)).ToList();
        var known = components.OfType<Component>().ToList();
        if (known.Count == components.Count && known.Count > 0)
            CheckScale(place, known);
        if (components.Count == 0)
            place.Problem("Cần ít nhất một nhóm tiêu chí.", "At least one component is needed.");
        return known;
    }

    private Component? ComponentAt(Place place, Reach reach, Func<string, Figure?> figure)
    {
        if (!place.IsObjectOf("code", "name", "block", "maximum", "criteria"))
            return null;
        var (code, name) = (componentCodes.Define(place.Required("code")), place.Required("name")?.Words());
        var block = place.Member("block").Word<Block>() ?? Block.Base;
        var items = place.Required("criteria")?.Items() ?? [];
        var criteria = items.Select(item => CriterionAt(item, block, reach, figure)).OfType<Criterion>().ToList();
        if (code is null || criteria.Count != items.Count)
            return null;
        var component = new Component { Code = code, Name = name ?? new Bilingual(code, code), Block = block, Criteria = criteria };
        if (place.Member("maximum") is { } maximum && maximum.Number() is { } stated && stated != component.Maximum)
            maximum.Problem(
                $"Các tiêu chí cộng lại {component.Maximum}, không phải {stated}. Hãy sửa một trong hai.",
                $"The criteria add up to {component.Maximum}, not {stated}. Correct one of them.");
        return component;
    }

    private Criterion? CriterionAt(Place place, Block block, Reach reach, Func<string, Figure?> figure)
    {
        if (!place.IsObjectOf(
            "code", "name", "pillar", "maximum", "unscored", "rule", "information", "notApplicable", "nothingDue",
            "verifyingUnit", "legalBasis", "guidance", "evidence"))
        {
            return null;
        }

        var (code, name, pillar) = (criterionCodes.Define(place.Required("code")), place.Required("name")?.Words(), place.Required("pillar").Word<Pillar>());
        var maximum = place.Required("maximum")?.NumberBetween(0, Most);
        var rule = place.Member("rule") is { } written ? rules.Read(written) : null;
        var nothingDue = place.Member("nothingDue").Word<Policy>() ?? law.NothingDue;
        CheckMaximum(place, maximum);
        if (rule is not null)
            CheckRule(place, rule, block, nothingDue, reach, figure);
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
            NotApplicable = place.Member("notApplicable").Word<Policy>() ?? law.NotApplicable ?? Policy.Exclude,
            NothingDue = nothingDue ?? Policy.Exclude,
            VerifyingUnit = place.Member("verifyingUnit")?.Code(),
            LegalBasis = place.Member("legalBasis")?.Words(),
            Guidance = place.Member("guidance")?.Words(),
            Evidence = Evidence(place.Member("evidence")),
        };
    }

    private IReadOnlyList<string> Information(Place place)
    {
        var codes = new List<string>();
        foreach (var item in place.Member("information")?.Items() ?? [])
        {
            if (item.Text() is { } code && figures.Find(item, code) is not null)
                codes.Add(code);
        }

        return codes;
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
                "The maximum is 0 and yet there is a rule. If that is meant, write \"unscored\": true; if not, correct the maximum.");
        if (!maximum.Value.IsZero && !place.Has("rule"))
            place.Problem(
                $"Tiêu chí có {maximum} điểm nhưng không có cách tính. Hãy thêm \"rule\", hoặc cho điểm tối đa bằng 0 nếu chỉ thu thập thông tin.",
                $"The criterion has {maximum} points and no rule. Add a \"rule\", or set the maximum to 0 if it is information only.");
        if (!maximum.Value.IsZero && unscored)
            place.Problem("Tiêu chí không chấm điểm phải có điểm tối đa bằng 0.", "An unscored criterion has the maximum 0.");
    }

    private static void CheckRule(Place place, Rule rule, Block block, Policy? nothingDue, Reach reach, Func<string, Figure?> figure)
    {
        var greatest = reach.Of(rule);
        if (greatest < Fraction.One)
            place.Member("rule")?.Problem(
                $"Điểm tối đa không đạt được: cao nhất chỉ {greatest} điểm tối đa. Hãy sửa mức, trọng số hoặc khoảng giá trị để đạt 1.",
                $"The maximum is out of reach: at most {greatest} of it can be earned. Correct levels, weights or bounds so that 1 is reached.");
        if (nothingDue is null && Quantities(rule).Any(quantity => quantity.IsRatio && !(reach.Least(quantity.Over) > Fraction.Zero)))
            place.Problem(
                "Mẫu số có thể bằng 0. Hãy ghi \"nothingDue\" (zero, full hoặc exclude) ở đây hoặc trong \"law\".",
                "A denominator can be zero. State \"nothingDue\" (zero, full or exclude) here or in \"law\".");
        if (block == Block.Penalty && rule.Figures.FirstOrDefault(code => figure(code)?.Source == FigureSource.Agency) is { } declared)
            place.Member("rule")?.Problem(
                $"Điểm trừ không dựa vào số liệu do cơ quan tự khai (“{declared}”). Hãy đặt \"source\" của số liệu là system, survey hoặc office.",
                $"A penalty does not rest on figures the agency declares itself (\"{declared}\"). Set the figure's \"source\" to system, survey or office.");
    }

    private static IEnumerable<Quantity> Quantities(Rule rule) => rule.Parts.Select(part => part switch
    {
        Linear linear => linear.Of,
        Steps steps => steps.Of,
        _ => null,
    }).OfType<Quantity>();

    private void CheckScale(Place place, List<Component> components)
    {
        var sum = components.Where(component => component.Block == Block.Base).Aggregate(Fraction.Zero, (total, component) => total + component.Maximum);
        if (sum != law.Scale && !law.Scale.IsZero)
            place.Problem(
                $"Điểm tối đa của các tiêu chí (không kể thưởng, trừ) cộng lại {sum}, còn thang điểm là {law.Scale}. Hãy sửa cho bằng nhau.",
                $"The maxima of the base add up to {sum}, but the scale is {law.Scale}. Make them equal.");
    }
}

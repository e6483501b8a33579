namespace DaNangDxIndex.Criteria.Reading;

/// <summary>Reads components and checks what their criteria add up to.</summary>
internal sealed class ComponentReader(FigureReader figures, Codes componentCodes, Codes criterionCodes, Method method)
{

    public IReadOnlyList<Component> Read(Place? place, Func<string, Figure?> figure)
    {
        if (place is null)
            return [];
        var criteria = new CriterionReader(figures, criterionCodes, method, figure);
        var components = place.Items().Select(item => ComponentAt(item, criteria)).ToList();
        var known = components.OfType<Component>().ToList();
        if (known.Count == components.Count && known.Count > 0)
            CheckScale(place, known);
        if (components.Count == 0)
            place.Problem("Cần ít nhất một nhóm tiêu chí.", "At least one component is needed.");
        return known;
    }

    private Component? ComponentAt(Place place, CriterionReader reader)
    {
        if (!place.IsObjectOf("code", "name", "block", "maximum", "criteria"))
            return null;
        var (code, name) = (componentCodes.Define(place.Required("code")), place.Required("name")?.Words());
        var block = place.Member("block").Word<Block>() ?? Block.Base;
        var items = place.Required("criteria")?.Items() ?? [];
        var criteria = items.Select(item => reader.Read(item, block)).OfType<Criterion>().ToList();
        if (code is null || criteria.Count != items.Count)
            return null;
        var component = new Component { Code = code, Name = name ?? new Bilingual(code, code), Block = block, Criteria = criteria };
        if (place.Member("maximum") is { } maximum && maximum.Number() is { } stated && stated != component.Maximum)
            maximum.Problem(
                $"Các tiêu chí cộng lại {component.Maximum}, không phải {stated}. Sửa một trong hai.",
                $"The criteria add up to {component.Maximum}, not {stated}. Correct one of them.");
        return component;
    }

    private void CheckScale(Place place, List<Component> components)
    {
        var sum = components.Where(component => component.Block == Block.Base)
            .Aggregate(Fraction.Zero, (total, component) => total + component.Maximum);
        if (sum != method.Scale && !method.Scale.IsZero)
            place.Problem(
                $"Điểm tối đa của các tiêu chí (không kể thưởng, trừ) cộng lại {sum}, còn thang điểm là {method.Scale}. Sửa cho bằng nhau.",
                $"The maxima of the base add up to {sum}, but the scale is {method.Scale}. Make them equal.");
    }
}

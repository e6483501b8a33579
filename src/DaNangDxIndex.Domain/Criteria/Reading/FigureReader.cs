namespace DaNangDxIndex.Criteria.Reading;

/// <summary>Reads the figures. A figure with faults still counts as known, so that one fault gives one message.</summary>
internal sealed class FigureReader(Codes codes)
{
    private readonly Dictionary<string, (Figure? Figure, Place Place)> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public IReadOnlyList<Figure> Read(Place? place)
    {
        if (place is null)
            return [];
        var figures = new List<Figure>();
        foreach (var item in place.Items())
        {
            item.IsObjectOf("code", "name", "kind", "unit", "source", "verifyingUnit", "options", "guidance", "least", "most");
            var code = codes.Define(item.Required("code"));
            var figure = code is null ? null : FigureAt(item, code);
            if (code is not null)
                _known.TryAdd(code, (figure, item));
            if (figure is not null)
                figures.Add(figure);
        }

        return figures;
    }

    /// <summary>
    /// The figure a rule names, marked as read; null (with a problem, unless the figure itself is faulty) where there is none.
    /// </summary>
    public Figure? Find(Place place, string code)
    {
        _read.Add(code);
        if (_known.TryGetValue(code, out var found))
            return found.Figure;
        codes.Unknown(place, code);
        return null;
    }

    public void ReportUnread()
    {
        foreach (var (code, (_, place)) in _known.Where(pair => !_read.Contains(pair.Key)))
            place.Problem(
                $"Không tiêu chí nào dùng số liệu “{code}”. Dùng trong một cách tính điểm, "
                    + "ghi vào \"information\" của một tiêu chí, hoặc bỏ đi.",
                $"No criterion reads the figure \"{code}\". Use it in a rule, "
                    + "name it in the \"information\" of a criterion, or remove it.");
    }

    private static Figure? FigureAt(Place item, string code)
    {
        var (name, kind) = (item.Required("name")?.Words(), item.Required("kind").Word<FigureKind>());
        var options = Options(item, kind);
        var (least, most) = (item.Member("least")?.Decimal(), item.Member("most")?.Decimal());
        if (least is not null && most is not null && least > most)
            item.Problem(
                $"Giá trị nhỏ nhất {(Fraction)least.Value} lớn hơn giá trị lớn nhất {(Fraction)most.Value}.",
                $"The least value {(Fraction)least.Value} is above the greatest {(Fraction)most.Value}.");
        var figure = new Figure
        {
            Code = code,
            Name = name ?? new Bilingual(code, code),
            Kind = kind ?? FigureKind.Number,
            Unit = item.Member("unit")?.Words(),
            Source = item.Member("source").Word<FigureSource>() ?? FigureSource.Agency,
            VerifyingUnit = item.Member("verifyingUnit")?.Code(),
            Options = options,
            Guidance = item.Member("guidance")?.Words(),
            Least = least,
            Most = most,
        };
        return kind is null ? null : figure;
    }

    private static IReadOnlyList<FigureOption> Options(Place item, FigureKind? kind)
    {
        var place = item.Member("options");
        if (kind == FigureKind.Choice && place is null)
            item.Problem(
                "Số liệu lựa chọn cần “options”: danh sách các phương án.", "A choice needs \"options\": the list of what can be chosen.");
        if (kind is not null and not FigureKind.Choice)
            place?.Problem(
                "Chỉ số liệu loại choice mới có “options”. Bỏ đi.", "Only figures of kind choice have \"options\". Remove them.");
        if (place is null)
            return [];
        var (codes, options) = (new Codes("phương án", "option"), new List<FigureOption>());
        foreach (var option in place.Items())
        {
            option.IsObjectOf("code", "name");
            if (codes.Define(option.Required("code")) is { } code && option.Required("name")?.Words() is { } name)
                options.Add(new FigureOption(code, name));
        }

        return options;
    }
}

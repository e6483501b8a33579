using System.Text.Json;

namespace DaNangDxIndex.Criteria.Reading;

/// <summary>A quantity with its figures, which tell what its bounds may be.</summary>
internal sealed record KnownQuantity(Quantity Quantity, IReadOnlyList<Figure> Sum, IReadOnlyList<Figure> Over)
{
    public bool IsPercent => !Quantity.IsRatio && Sum.All(figure => figure.Kind == FigureKind.Percent);

    /// <summary>A ratio of two amounts in one unit, which runs from 0 to about 1.</summary>
    public bool IsShareOfSame => Quantity.IsRatio && Sum[0].Unit is { } unit && unit == Over[0].Unit;
}

/// <summary>Reads quantities and the numbers they are compared with.</summary>
internal sealed class QuantityReader(FigureReader figures)
{
    private static readonly Fraction FarAboveOne = 10;

    public KnownQuantity? Read(Place? place)
    {
        if (place is null)
            return null;
        if (place.Kind != JsonValueKind.Object)
            return Terms(place) is { } alone ? new KnownQuantity(new Quantity(alone.Terms, []), alone.Figures, []) : null;
        place.IsObjectOf("sum", "over");
        var sum = place.Required("sum") is { } top ? Terms(top) : null;
        var over = place.Member("over") is { } bottom ? Terms(bottom) : ([], []);
        if (sum is null || over is null)
            return null;
        return new KnownQuantity(new Quantity(sum.Value.Terms, over.Value.Terms), sum.Value.Figures, over.Value.Figures);
    }

    /// <summary>
    /// A number a quantity is compared with, in the quantity's own measure: 95 or "95%" for percent figures, 0.95 or "95%" for ratios.
    /// </summary>
    public static Fraction? Bound(Place? place, KnownQuantity? quantity)
    {
        if (place?.NumberOrPercent() is not { } written)
            return null;
        var (value, percent) = written;
        if (quantity is null)
            return value;
        if (quantity.IsPercent)
        {
            if (!percent && value > 0 && value < 1)
                place.Problem(
                    $"Số liệu phần trăm tính từ 0 đến 100: viết {value * 100} hoặc \"{value * 100}%\", không viết {value}.",
                    $"Percent figures run from 0 to 100: write {value * 100} or \"{value * 100}%\", not {value}.");
            return value;
        }

        if (percent && !quantity.Quantity.IsRatio)
            place.Problem("Chỉ tỷ lệ và số liệu phần trăm mới so sánh với %.", "Only ratios and percent figures are compared with %.");
        if (!percent && quantity.IsShareOfSame && value > FarAboveOne)
            place.Problem(
                $"Tỷ lệ tính từ 0 đến 1: viết \"{value}%\" hoặc {value / 100}.",
                $"A ratio runs from 0 to 1: write \"{value}%\" or {value / 100}.");
        return percent ? value / 100 : value;
    }

    private (IReadOnlyList<Term> Terms, IReadOnlyList<Figure> Figures)? Terms(Place place)
    {
        IReadOnlyList<Place> items = place.Kind == JsonValueKind.Array ? place.Items() : [place];
        var (terms, found) = (new List<Term>(), new List<Figure>());
        foreach (var item in items)
        {
            var text = item.Text();
            var minus = text?.StartsWith('-') ?? false;
            if (text is null || figures.Find(item, minus ? text[1..].TrimStart() : text) is not { } figure)
                continue;
            if (figure.Kind == FigureKind.Choice)
                item.Problem(
                    $"“{figure.Code}” là lựa chọn, không cộng được. Dùng cách tính choice.",
                    $"\"{figure.Code}\" is a choice and cannot be added. Use the rule choice.");
            else
                Add(item, new Term(figure.Code, minus), figure);
        }

        if (items.Count == 0)
            place.Problem("Cần ít nhất một số liệu.", "At least one figure is needed.");
        return terms.Count == items.Count && terms.Count > 0 ? (terms, found) : null;

        void Add(Place item, Term term, Figure figure)
        {
            if (found.Count > 0)
                CheckAlike(item, found[0], figure);
            terms.Add(term);
            found.Add(figure);
        }
    }

    private static void CheckAlike(Place item, Figure first, Figure other)
    {
        if (Measure(first) != Measure(other))
            item.Problem(
                $"Không cộng “{other.Code}” ({Word(other.Kind)}) với “{first.Code}” ({Word(first.Kind)}): khác loại.",
                $"\"{other.Code}\" ({Word(other.Kind)}) cannot be added to \"{first.Code}\" ({Word(first.Kind)}): the kinds differ.");
        else if (first.Unit is not null && other.Unit is not null && first.Unit != other.Unit)
            item.Problem(
                $"Không cộng “{other.Code}” ({other.Unit.Vi}) với “{first.Code}” ({first.Unit.Vi}): khác đơn vị tính.",
                $"\"{other.Code}\" ({other.Unit.En}) cannot be added to \"{first.Code}\" ({first.Unit.En}): the units differ.");
    }

    private static FigureKind Measure(Figure figure) => figure.Kind == FigureKind.Count ? FigureKind.Number : figure.Kind;

    private static string Word(FigureKind kind) => PlaceValues.Camel(kind.ToString());
}

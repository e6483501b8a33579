using System.Globalization;
using System.Resources;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scorecards;

/// <summary>Texts, numbers and dates as one language writes them. Independent of the machine's culture data, so that bytes do not change with it.</summary>
internal sealed class ScorecardWords
{
    private const string Dash = "–";
    private static readonly ResourceManager Texts = new(typeof(ScorecardTexts));
    private readonly CultureInfo _culture;
    private readonly int _decimals;
    private readonly bool _english;

    public ScorecardWords(string culture, int decimals)
    {
        _english = culture.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        Language = _english ? "en" : "vi";
        _culture = CultureInfo.GetCultureInfo(Language);
        _decimals = decimals;
    }

    public string Language { get; }

    public string this[string name] => Texts.GetString(name, _culture) ?? throw new MissingManifestResourceException($"No text {name} in {Language}.");

    public string this[string name, params object[] values] => string.Format(
        CultureInfo.InvariantCulture, this[name], [.. values.Select(value => value is int count ? new Counted(count) : value)]);

    public string this[Bilingual text] => text.In(Language);

    public string Capitals(Bilingual text) => this[text].ToUpper(_culture);

    public string Points(decimal? points) => points is { } known ? NumberText.Fixed(known, _decimals, Language) : Dash;

    /// <summary>A bound or a scale: only the decimals it has.</summary>
    public string Bound(decimal bound) => NumberText.Plain(bound, Language);

    public string Percent(decimal? part, decimal whole) =>
        part is { } known && whole != 0 ? NumberText.Fixed((Fraction)known / whole * 100, 1, Language) + "%" : Dash;

    /// <summary>As the heading of an official document writes it: "ngày 03 tháng 4 năm 2025", a zero before days under 10 and months under 3.</summary>
    public string LongDate(DateOnly date) => _english
        ? English(date)
        : string.Create(CultureInfo.InvariantCulture, $"ngày {date.Day:D2} tháng {(date.Month < 3 ? "0" : "")}{date.Month} năm {date.Year}");

    public string ShortDate(DateOnly date) => _english ? English(date) : $"ngày {VietNamTime.Day(date, "vi")}";

    private static string English(DateOnly date) => VietNamTime.Day(date, "en");
}

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
    private readonly NumberFormatInfo _numbers;
    private readonly string _points;
    private readonly bool _english;

    public ScorecardWords(string culture, int decimals)
    {
        _english = culture.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        Language = _english ? "en" : "vi";
        _culture = CultureInfo.GetCultureInfo(Language);
        _numbers = _english
            ? new NumberFormatInfo { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NegativeSign = "−" }
            : new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" };
        _points = "N" + decimals.ToString(CultureInfo.InvariantCulture);
    }

    public string Language { get; }

    /// <summary>As the engine's sentences write it: Vietnamese parts it from its number.</summary>
    public string PercentSign => _english ? "%" : "\u00a0%";

    public string this[string name] => Texts.GetString(name, _culture) ?? throw new MissingManifestResourceException($"No text {name} in {Language}.");

    public string this[string name, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[name], values);

    public string this[Bilingual text] => text.In(Language);

    public string Capitals(Bilingual text) => this[text].ToUpper(_culture);

    public string Points(decimal? points) => points?.ToString(_points, _numbers) ?? Dash;

    /// <summary>A bound or a scale: only the decimals it has.</summary>
    public string Bound(decimal bound) => bound.ToString("#,##0.####", _numbers);

    public string Percent(decimal? part, decimal whole) =>
        part is { } known && whole != 0 ? (known / whole * 100).ToString("N1", _numbers) + PercentSign : Dash;

    /// <summary>As the heading of an official document writes it: "ngày 03 tháng 4 năm 2025", a zero before days under 10 and months under 3.</summary>
    public string LongDate(DateOnly date) => _english
        ? English(date)
        : string.Create(CultureInfo.InvariantCulture, $"ngày {date.Day:D2} tháng {(date.Month < 3 ? "0" : "")}{date.Month} năm {date.Year}");

    public string ShortDate(DateOnly date) => _english ? English(date) : $"ngày {VietNamTime.Day(date, "vi")}";

    private static string English(DateOnly date) => VietNamTime.Day(date, "en");
}

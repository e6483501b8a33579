using System.Globalization;
using System.Resources;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>Texts, numbers and dates on paper, in one language.</summary>
/// <param name="texts">Of one kind of document; what all documents share stands in <see cref="PrintTexts"/>.</param>
/// <param name="decimals">Of points, by the method.</param>
internal sealed class PrintWords(ResourceManager texts, string language, int decimals)
{
    public const string Dash = "–";
    private static readonly ResourceManager Shared = new(typeof(PrintTexts));
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    public string Language => language;

    public int Decimals => decimals;

    public string this[string name] =>
        Find(texts, name) ?? Find(Shared, name) ?? throw new MissingManifestResourceException($"No text {name} in {language}.");

    public string this[string name, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[name], values);

    public string this[Bilingual text] => text.In(language);

    public string Capitals(Bilingual text) => this[text].ToUpper(_culture);

    /// <summary>With all decimals of the method; a dash where there is no number.</summary>
    public string Points(decimal? points) => points is { } known ? NumberText.Fixed(known, decimals, language) : Dash;

    /// <summary>A maximum, a bound or a scale: only the decimals it has.</summary>
    public string Plain(decimal number) => NumberText.Plain(number, language);

    /// <param name="share">Of a whole: 0.98 is "98,00%", as a column wants it.</param>
    public string Percent(decimal? share) => share is { } known ? NumberText.Fixed(known * 100, 2, language) + "%" : Dash;

    /// <summary>As the head of a document writes it: "ngày 03 tháng 4 năm 2025", a zero before days under 10 and months under 3.</summary>
    public string LongDate(DateOnly date) => language == "en"
        ? ShortDate(date)
        : string.Create(
            CultureInfo.InvariantCulture, $"ngày {date.Day:D2} tháng {(date.Month < 3 ? "0" : "")}{date.Month} năm {date.Year}");

    public string ShortDate(DateOnly date) => VietNamTime.Day(date, language);

    private string? Find(ResourceManager among, string name) =>
        among.GetResourceSet(_culture, createIfNotExists: true, tryParents: false)?.GetString(name);
}

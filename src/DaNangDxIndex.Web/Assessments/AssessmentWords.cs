using System.Globalization;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Assessments;

/// <summary>Figures, points and times as this request's culture writes them: a page's in its language, a program's invariant.</summary>
public sealed class AssessmentWords(IStringLocalizer<AssessmentTexts> texts)
{
    public string this[string key, params object[] values] => texts[key, values];

    /// <summary>The language that numbers are typed in here; null where they are invariant.</summary>
    public static string? Language => CultureInfo.CurrentCulture.Equals(CultureInfo.InvariantCulture) ? null : Addresses.Language;

    public static string In(Bilingual text) => text.In(Addresses.Language);

    /// <summary>As it is read: "3.468"; an option by its name.</summary>
    public string Show(Figure figure, FigureValue? value) => Show(figure, value, Language);

    /// <param name="language">Of the number; null writes it invariant.</param>
    public string Show(Figure figure, FigureValue? value, string? language) => (value, figure.Kind) switch
    {
        (null, _) => "–",
        ({ } yes, FigureKind.YesNo) => texts[yes.Number == 0 ? "No" : "Yes"],
        ({ Option: { } option }, _) =>
            figure.Options.FirstOrDefault(figureOption => string.Equals(figureOption.Code, option, StringComparison.Ordinal)) is { } chosen
            ? In(chosen.Name)
            : option,
        ({ } number, _) => language is null
            ? number.Number.ToString("0.############", CultureInfo.InvariantCulture)
            : NumberText.Plain(number.Number, language, decimals: 12),
    };

    /// <summary>As it is read, with its unit: "3.468 hồ sơ".</summary>
    public string ShowWithUnit(Figure figure, FigureValue? value) =>
        value is not null && Unit(figure) is { } unit ? $"{Show(figure, value)} {unit}" : Show(figure, value);

    /// <summary>Who saved what stands in the way, and when. Whoever did so in another window of their own is told that.</summary>
    public (string Who, string When) Saved(DeclareFigures.Conflict conflict) => (
        conflict.IsOwn ? this["Myself"] : conflict.By ?? this["Somebody"],
        conflict.Theirs.DeclaredAt is { } at ? VietNamTime.HourAndDay(at, Addresses.Language) : "–");

    /// <summary>As it stands in a field once it is saved: "3.468", "98,06", or an option's code; it can be sent as it is.</summary>
    public static string? Typed(Figure figure, FigureValue? value) => value switch
    {
        null => null,
        { Option: null } number when figure.Kind != FigureKind.YesNo && Language is { } language =>
            TypedNumber.WriteGrouped(number.Number, language),
        { } other => other.Write(figure),
    };

    public static string? Unit(Figure figure) => figure.Unit is { } unit ? In(unit) : figure.Kind == FigureKind.Percent ? "%" : null;
}

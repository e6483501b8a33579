using FsCheck;
using FsCheck.Fluent;

namespace DaNangDxIndex.Criteria;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("98,06", "98.06")]
    [InlineData(" 98,06 ", "98.06")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("3.468", "3468")]
    [InlineData("3468", "3468")]
    [InlineData("-0", "0")]
    [InlineData("-5,5", "-5.5")]
    [InlineData("0,001", "0.001")]
    [InlineData("007", "7")]
    [InlineData("1 297", "1297")]
    [InlineData("1\u00A0234\u00A0567,5", "1234567.5")]
    [InlineData("1\u202F297", "1297")]
    public void Vietnamese_numbers_have_a_comma_and_exact_groups(string text, string value) => Takes(text, "vi", value);

    [Theory]
    [InlineData("98.06", "98.06")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("3,468", "3468")]
    [InlineData("3468", "3468")]
    public void English_numbers_are_mirrored(string text, string value) => Takes(text, "en", value);

    [Theory]
    [InlineData("98.06", "vi", "Nhập 98,06 (dấu phẩy thập phân).")]
    [InlineData("1,234.5", "vi", "Nhập 1234,5 (dấu phẩy thập phân).")]
    [InlineData("9.5", "vi", "Nhập 9,5 (dấu phẩy thập phân).")]
    [InlineData("0.123", "vi", "Nhập 0,123 (dấu phẩy thập phân).")]
    [InlineData("98,06", "en", "Enter 98.06 (with a decimal point).")]
    [InlineData("1.234,5", "en", "Enter 1234.5 (with a decimal point).")]
    public void A_number_of_the_other_language_is_refused_with_its_right_spelling(string text, string culture, string advice) =>
        (TypedNumber.Read(text, FigureKind.Number, culture).Refusal?.In(culture)).ShouldBe(advice);

    [Theory]
    [InlineData(FigureKind.Count, "vi", "1.234")]
    [InlineData(FigureKind.Count, "en", "1,234")]
    [InlineData(FigureKind.Percent, "vi", "98,5")]
    [InlineData(FigureKind.Percent, "en", "98.5")]
    [InlineData(FigureKind.Number, "vi", "1.234,5")]
    [InlineData(FigureKind.Number, "en", "1,234.5")]
    public void Who_follows_the_advice_on_what_is_no_number_is_not_refused_again(FigureKind kind, string culture, string sample)
    {
        TypedNumber.Read("20/30", kind, culture).Refusal.ShouldNotBeNull().In(culture).ShouldContain($" {sample} ");
        TypedNumber.Read(sample, kind, culture).Value.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(kind == FigureKind.Percent ? 100 : 1235);
    }

    [Theory]
    [InlineData("1e3")]
    [InlineData("９８")]
    [InlineData("٣")]
    [InlineData("1.2345")]
    [InlineData("1234.567")]
    [InlineData("1..234")]
    [InlineData("1,2,3")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("+5")]
    [InlineData("--5")]
    [InlineData("5 00")]
    [InlineData("5  000")]
    [InlineData("1 234.567")]
    [InlineData("1.234 567")]
    [InlineData("một")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("12345678901234567")]
    [InlineData("0,1234567890123")]
    [InlineData("NaN")]
    [InlineData("0x10")]
    public void What_is_not_a_number_is_refused_in_both_languages(string text)
    {
        foreach (var culture in (string[])["vi", "en"])
        {
            var reading = TypedNumber.Read(text, FigureKind.Number, culture);
            if (reading.Value is null)
                reading.Refusal.ShouldNotBeNull();
        }

        TypedNumber.Read(text, FigureKind.Number, "vi").Value.ShouldBeNull();
    }

    [Fact]
    public void A_percent_sign_is_taken_in_percent_figures_only()
    {
        TypedNumber.Read("98,06%", FigureKind.Percent, "vi").Value.ShouldBe(98.06m);
        TypedNumber.Read("98,06 %", FigureKind.Percent, "vi").Value.ShouldBe(98.06m);
        TypedNumber.Read("98,06%", FigureKind.Number, "vi").Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void A_count_has_no_decimals() => TypedNumber.Read("3,5", FigureKind.Count, "vi").Refusal.ShouldNotBeNull();

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll<int, int>((digits, scale) =>
    {
        var value = digits / (decimal)Math.Pow(10, Math.Abs(scale % 9));
        return ((string[])["vi", "en", "vi-VN", "en-GB"]).All(culture =>
            TypedNumber.Read(TypedNumber.Write(value, culture), FigureKind.Number, culture).Value == value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_gives_exactly_one_of_value_and_refusal_and_never_differs_by_a_power_of_ten() => Prop.ForAll<string>(text =>
    {
        var (vi, en) = (TypedNumber.Read(text ?? "", FigureKind.Percent, "vi"), TypedNumber.Read(text ?? "", FigureKind.Percent, "en"));
        return (vi.Value is null) != (vi.Refusal is null) && (en.Value is null) != (en.Refusal is null);
    }).QuickCheckThrowOnFailure();

    private static void Takes(string text, string culture, string value) =>
        TypedNumber.Read(text, FigureKind.Number, culture).Value
            .ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1297", "1.297", "1,297")]
    [InlineData("1234567.25", "1.234.567,25", "1,234,567.25")]
    [InlineData("98.06", "98,06", "98.06")]
    [InlineData("-12345", "-12.345", "-12,345")]
    [InlineData("0", "0", "0")]
    public void A_number_is_written_in_groups_and_read_back(string value, string vi, string en)
    {
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        TypedNumber.WriteGrouped(number, "vi").ShouldBe(vi);
        TypedNumber.WriteGrouped(number, "en").ShouldBe(en);
        TypedNumber.Read(vi, FigureKind.Number, "vi").Value.ShouldBe(number);
        TypedNumber.Read(en, FigureKind.Number, "en").Value.ShouldBe(number);
    }
}

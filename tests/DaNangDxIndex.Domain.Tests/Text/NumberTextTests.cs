namespace DaNangDxIndex.Text;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("3468", "3.468", "3,468")]
    [InlineData("0.5", "0,5", "0.5")]
    [InlineData("1/3", "0,3333", "0.3333")]
    [InlineData("-1250.5", "−1.250,5", "−1,250.5")]
    [InlineData("123456789012345678901", "123.456.789.012.345.678.901", "123,456,789,012,345,678,901")]
    public void A_number_has_groups_and_only_the_decimals_it_needs(string number, string vi, string en) =>
        (NumberText.Plain(Fraction.Parse(number), "vi"), NumberText.Plain(Fraction.Parse(number), "en")).ShouldBe((vi, en));

    [Fact]
    public void Points_keep_their_decimals() => NumberText.Fixed(6, 2, "vi").ShouldBe("6,00");

    [Fact]
    public void The_percent_sign_stands_at_its_number_in_both_languages() =>
        (NumberText.Percent(Fraction.Of(3468, 3471), "vi"), NumberText.Percent(Fraction.Of(3468, 3471), "en"))
            .ShouldBe(("99,91%", "99.91%"));

    [Fact]
    public void A_number_and_its_unit_stay_on_one_line() => NumberText.With("12", "điểm").ShouldBe("12\u00A0điểm");

    [Theory]
    [InlineData("98.06", "98,06")]
    [InlineData("-0.20", "−0,20")]
    [InlineData(null, null)]
    public void A_published_number_keeps_its_decimals(string? published, string? vi) => NumberText.Written(published, "vi").ShouldBe(vi);

    [Theory]
    [InlineData(1, "1 agency is left")]
    [InlineData(2, "2 agencies are left")]
    [InlineData(0, "0 agencies are left")]
    public void One_of_a_thing_stands_in_the_singular(int count, string sentence)
    {
        var agencies = new Counted(count);
        $"{agencies} {agencies:agency is|agencies are} left".ShouldBe(sentence);
        string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0} {0:agency is|agencies are} left", agencies)
            .ShouldBe(sentence);
    }

    [Theory]
    [InlineData("incidents", "incident")]
    [InlineData("queries", "query")]
    [InlineData("people", "person")]
    [InlineData("items of feedback", "item of feedback")]
    [InlineData("data sets", "data set")]
    [InlineData("staff", "staff")]
    [InlineData("class", "class")]
    public void A_unit_has_its_singular(string many, string single) => UnitName.One(many).ShouldBe(single);
}

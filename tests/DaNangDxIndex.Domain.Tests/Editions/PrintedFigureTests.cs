namespace DaNangDxIndex.Editions;

public sealed class PrintedFigureTests
{
    [Theory]
    [InlineData(3468, 3471, "99.91", "3.468/3.471 = 99,91%", "3,468/3,471 = 99.91%")]
    [InlineData(4077, 4086, "99.7", "4.077/4.086 = 99,78% (báo in 99,7%)", "4,077/4,086 = 99.78% (printed: 99.7%)")]
    [InlineData(485000, 574000, "83", "485.000/574.000 = 84,49% (báo in 83%)", "485,000/574,000 = 84.49% (printed: 83%)")]
    [InlineData(4527, 6409, null, "4.527/6.409 = 70,64%", "4,527/6,409 = 70.64%")]
    [InlineData(54, null, null, "54", "54")]
    [InlineData(null, null, "91", "91%", "91%")]
    public void A_division_is_shown_exactly_beside_the_percentage_that_was_printed(int? of, int? all, string? percent, string vi, string en)
    {
        var printed = percent is null ? (decimal?)null : decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture);
        var value = Figure(null, null).Counting(of, all, printed).Value.ShouldNotBeNull();
        value.Vi.Replace("\u00a0", "", StringComparison.Ordinal).Replace(" %", "%", StringComparison.Ordinal).ShouldBe(vi);
        value.En.ShouldBe(en);
    }

    [Fact]
    public void Printed_words_stand_as_they_are() =>
        (Figure(null, null).Counting(null, null, 100).Saying(new("", ""), new("gần 100%", "nearly 100%"), null).Value?.Vi)
            .ShouldBe("gần 100%");

    [Theory]
    [InlineData(null, "q-hoa-vang", "q-hoa-vang", null, "districts", true)]
    [InlineData(null, "q-hoa-vang", "x-hoa-bac", "q-hoa-vang", "wards", false)]
    [InlineData("wards", "q-hoa-vang", "x-hoa-bac", "q-hoa-vang", "wards", true)]
    [InlineData("wards", "q-hoa-vang", "q-hoa-vang", null, "districts", false)]
    [InlineData("districts", null, "q-son-tra", null, "districts", true)]
    [InlineData("districts", null, "x-hoa-bac", "q-hoa-vang", "wards", false)]
    [InlineData(null, null, "q-son-tra", null, "districts", false)]
    public void A_figure_is_about_an_agency_or_those_under_it_or_a_whole_group(
        string? saidOfGroup, string? saidOf, string agency, string? parent, string group, bool about) =>
        Figure(saidOfGroup, saidOf).IsAbout(agency, parent, group).ShouldBe(about);

    private static PrintedFigure Figure(string? group, string? agency) => new(1, 2024, PrintedKind.Figure, group, agency, null, "paper");
}

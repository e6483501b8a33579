namespace DaNangDxIndex.Editions;

public sealed class BreakTests
{
    private static readonly Series Dx = new Series("dx").Named(new("Chỉ số chuyển đổi số", "Digital transformation index"), new("", ""));
    private static readonly Series Ict = new Series("ict")
        .Named(new("Chỉ số ứng dụng công nghệ thông tin", "ICT application index"), new("", ""));

    [Fact]
    public void Years_in_a_row_of_one_series_and_one_population_are_compared() =>
        Break.Between(Wards(2023, Dx), Wards(2024, Dx)).ShouldBeNull();

    [Fact]
    public void Another_series_breaks_even_with_the_same_agencies()
    {
        var found = Break.Between(Wards(2020, Ict), Wards(2023, Dx)).ShouldNotBeNull();
        found.Cause.ShouldBe(BreakCause.Series);
        found.Sentence.Vi.ShouldBe(
            "Không so sánh năm 2023 với năm 2020: hai năm thuộc hai bộ chỉ số khác nhau (Chỉ số ứng dụng công nghệ thông tin; Chỉ số "
                + "chuyển đổi số).");
    }

    [Fact]
    public void Another_series_breaks_even_from_one_year_to_the_next() =>
        Break.Between(Wards(2023, Ict), Wards(2024, Dx)).ShouldNotBeNull().Cause.ShouldBe(BreakCause.Series);

    [Fact]
    public void Another_population_breaks_and_both_are_named()
    {
        var later = new SeriesYear(2025, Dx, "wards-2025", new("93 phường, xã mới", "93 new wards and communes"));
        var found = Break.Between(Wards(2024, Dx), later).ShouldNotBeNull();
        found.Cause.ShouldBe(BreakCause.Population);
        found.Sentence.En.ShouldBe(
            "2025 is not compared with 2024: other agencies were assessed (2024: 56 wards and communes; 2025: 93 new wards and communes).");
    }

    [Theory]
    [InlineData(2022, "không có kết quả năm 2023.")]
    [InlineData(2020, "không có kết quả các năm 2021–2023.")]
    public void A_year_of_which_nothing_is_known_breaks(int earlier, string named)
    {
        var found = Break.Between(Wards(earlier, Dx), Wards(2024, Dx)).ShouldNotBeNull();
        found.Cause.ShouldBe(BreakCause.MissingYears);
        found.Sentence.Vi.ShouldEndWith(named);
    }

    private static SeriesYear Wards(int year, Series series) => new(year, series, "wards", new("56 phường, xã", "56 wards and communes"));
}

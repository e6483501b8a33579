namespace DaNangDxIndex.Text;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2024", 2024, null, "năm 2024", "2024")]
    [InlineData("2024-08", 2024, 8, "tháng 8/2024", "August 2024")]
    public void A_year_or_a_month_is_read_said_and_written_again(string text, int year, int? month, string vi, string en)
    {
        var period = Period.Read(text).ShouldNotBeNull();

        period.ShouldBe(new(year, month));
        period.InWords.ShouldBe(new Bilingual(vi, en));
        $"{period}".ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("+024")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("2024/08")]
    [InlineData("2024-8")]
    public void Anything_else_is_none(string? text) => Period.Read(text).ShouldBeNull();

    [Fact]
    public void A_year_ends_with_its_december() => new Period(2024, null).End.ShouldBe(new Period(2024, 12).End);
}

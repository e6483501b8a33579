namespace DaNangDxIndex.Text;

public class TypedDateTests
{
    [Theory]
    [InlineData("15/01/2027")]
    [InlineData(" 15/1/2027 ")]
    [InlineData("2027-01-15")]
    public void A_day_is_read_as_officials_type_it(string text) => TypedDate.Read(text).ShouldBe(new(new(2027, 1, 15), null));

    [Theory]
    [InlineData(null, "ví dụ 15/01/2027")]
    [InlineData("", "ví dụ 15/01/2027")]
    [InlineData("32/01/2027", "ví dụ 15/01/2027")]
    [InlineData("01/15/2027", "ví dụ 15/01/2027")]
    [InlineData("31/02/2027", "Tháng 2/2027 chỉ có 28 ngày.")]
    [InlineData(" 31/4/2027", "Tháng 4/2027 chỉ có 30 ngày.")]
    [InlineData("31/02/0000", "ví dụ 15/01/2027")]
    [InlineData("٣١/٠٢/٢٠٢٧", "ví dụ 15/01/2027")]
    [InlineData("31/12/9999", "từ 2000 đến 2100")]
    [InlineData("31/12/1999", "từ 2000 đến 2100")]
    [InlineData("01/01/2101", "từ 2000 đến 2100")]
    public void Anything_else_is_told_how(string? text, string how)
    {
        var reading = TypedDate.Read(text);

        reading.Day.ShouldBeNull();
        reading.Refusal.ShouldNotBeNull().Vi.ShouldContain(how);
    }

    [Fact]
    public void The_first_and_the_last_day_are_days()
    {
        TypedDate.Read("01/01/2000").Day.ShouldBe(new DateOnly(2000, 1, 1));
        TypedDate.Read("31/12/2100").Day.ShouldBe(new DateOnly(2100, 12, 31));
    }
}

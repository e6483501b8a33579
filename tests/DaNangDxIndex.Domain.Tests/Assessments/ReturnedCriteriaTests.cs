namespace DaNangDxIndex.Assessments;

public class ReturnedCriteriaTests
{
    [Theory]
    [InlineData("Tiêu chí 6.3: số người được tập huấn lớn hơn biên chế.", "6.3", true)]
    [InlineData("Bổ sung tiêu chí 6.3.", "6.3", true)]
    [InlineData("6.3", "6.3", true)]
    [InlineData("Xem 16.3 và 6.31", "6.3", false)]
    [InlineData("Xem 6.3.1", "6.3", false)]
    [InlineData("Xem 6.31, 6.3", "6.3", true)]
    [InlineData("Xem lại toàn bộ", "6.3", false)]
    public void A_criterion_is_named_where_its_code_stands_as_a_word(string note, string code, bool named) =>
        ReturnedCriteria.Names(note, code).ShouldBe(named);
}

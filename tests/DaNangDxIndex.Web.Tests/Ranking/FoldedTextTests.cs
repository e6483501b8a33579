using System.Text;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Ranking;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Đống Đa", "dong da")]
    [InlineData("Hòa Vang", "hoa vang")]
    [InlineData("Hoà Vang", "hoa vang")]
    [InlineData("Thúy  Thuý", "thuy thuy")]
    [InlineData(" Sở Giáo dục và Đào tạo ", "so giao duc va dao tao")]
    [InlineData("Ủy ban nhân dân phường Nại Hiên Đông", "uy ban nhan dan phuong nai hien dong")]
    [InlineData("ƯƠNG ưỡn", "uong uon")]
    public void Marks_case_and_needless_spaces_fall_off(string text, string folded)
    {
        FoldedText.Of(text).ShouldBe(folded);
        FoldedText.Of(text.Normalize(NormalizationForm.FormD)).ShouldBe(folded);
    }

    [Theory]
    [InlineData("Quận Hải Châu", "hai chau")]
    [InlineData("Quận Hải Châu", "chau hai")]
    [InlineData("Huyện Hòa Vang", "HOÀ")]
    [InlineData("Sở Du lịch", "")]
    public void Every_word_asked_for_is_found_in_any_order(string text, string asked) =>
        Words(asked).StandIn(text).ShouldBeTrue();

    [Theory]
    [InlineData("Quận Hải Châu", "hai duong")]
    [InlineData("Quận Thanh Khê", "thanh khe hoa")]
    public void A_word_that_is_nowhere_finds_nothing(string text, string asked) => Words(asked).StandIn(text).ShouldBeFalse();

    [Fact]
    public void Names_stand_in_the_order_of_the_Vietnamese_alphabet()
    {
        string[] golden = ["An Hải", "Ăn", "Ấp", "Âu", "Duy Xuyên", "Dương", "Điện Bàn", "Đống Đa", "Hòa Vang", "O", "Ô", "Ơ"];
        golden.Reverse().Order(VietnameseOrder.Names).ShouldBe(golden);
    }

    private static AskedWords Words(string typed) =>
        AskedWords.TryParse(typed, out var words) ? words : throw new InvalidOperationException(typed);
}

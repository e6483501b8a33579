namespace DaNangDxIndex.Text;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc…")]
    [InlineData("ab cd", 3, "ab…")]
    [InlineData("ab😀", 3, "ab…")]
    [InlineData("a😀b", 3, "a😀…")]
    [InlineData("", 3, "")]
    public void A_text_is_shortened_at_a_letter_and_says_that_it_goes_on(string text, int longest, string shortened) =>
        ShortText.Of(text, longest).ShouldBe(shortened);

    [Theory]
    [InlineData("a😀", true)]
    [InlineData("a\ud83d", false)]
    [InlineData("\ud83db", false)]
    [InlineData("\ude00b", false)]
    public void Half_a_letter_is_no_text(string text, bool whole) => ShortText.IsWhole(text).ShouldBe(whole);

    [Fact]
    public void What_is_looked_for_is_folded_once_however_many_texts_are_looked_through()
    {
        AskedWords.TryParse("Hải " + new string('ạ', 150), out var asked);
        asked.StandIn("Hải Châu").ShouldBeFalse();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 1000; time++)
            asked.StandInFolded("hai chau");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}

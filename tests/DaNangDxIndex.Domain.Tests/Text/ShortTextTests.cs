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

    [Fact]
    public void Half_a_letter_is_no_text()
    {
        var (letter, first, second) = ("😀", "😀"[..1], "😀"[1..]);
        ShortText.IsWhole("a" + letter + "b").ShouldBeTrue();
        foreach (var broken in new[] { "a" + first, first + "b", second + "b", letter + second, second + first })
            ShortText.IsWhole(broken).ShouldBeFalse();
    }

    [Fact]
    public void What_is_looked_for_is_folded_once_however_many_texts_are_looked_through()
    {
        AskedWords.TryParse("Hải " + new string('ạ', 150), out var asked).ShouldBeTrue();
        asked.StandIn("Hải Châu").ShouldBeFalse();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 1000; time++)
            asked.StandInFolded("hai chau");
        // Folded anew each time it would be 150 letters of two bytes, several times over.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000 * 150);
    }
}

namespace DaNangDxIndex.Assessments;

/// <summary>A sentence goes in the place of the one that was seen, and of no other.</summary>
public sealed class TypedSentenceTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public void A_blank_sentence_takes_away(string? typed) => new Sentence(typed, 1).Said.ShouldBeNull();

    [Theory]
    [InlineData(" Số liệu đúng. ", "Số liệu đúng.", true)]
    [InlineData("số liệu đúng.", "Số liệu đúng.", false)]
    [InlineData("", null, true)]
    [InlineData("", "Số liệu đúng.", false)]
    public void The_same_again_is_no_change(string typed, string? written, bool same) =>
        new Sentence(typed, 0).Repeats(written).ShouldBe(same);

    [Theory]
    [InlineData(0, null, false)]
    [InlineData(3, null, false)]
    [InlineData(3, 3, false)]
    [InlineData(2, 3, true)]
    [InlineData(0, 1, true)]
    public void What_was_written_meanwhile_stands_in_the_way(int seen, int? written, bool overtaken) =>
        new Sentence("Số liệu đúng.", seen).IsOvertakenBy(written).ShouldBe(overtaken);

    private sealed record Sentence(string? Text, int Version) : TypedSentence(Text, Version);
}

namespace DaNangDxIndex.Criteria;

public sealed class FigureValueTests
{
    [Theory]
    [InlineData(FigureKind.Count, "3468", "3468")]
    [InlineData(FigureKind.Number, "98.060", "98.06")]
    [InlineData(FigureKind.Number, "-1.5", "-1.5")]
    [InlineData(FigureKind.Percent, "100", "100")]
    [InlineData(FigureKind.YesNo, "yes", "yes")]
    [InlineData(FigureKind.YesNo, "0", "no")]
    [InlineData(FigureKind.Choice, "b", "b")]
    public void Stored_texts_are_read_and_written_alike(FigureKind kind, string text, string written) =>
        (FigureValue.Read(Figure(kind), text).Value?.Write(Figure(kind))).ShouldBe(written);

    [Theory]
    [InlineData(FigureKind.Count, "3.5")]
    [InlineData(FigureKind.Count, "-1")]
    [InlineData(FigureKind.Percent, "100.01")]
    [InlineData(FigureKind.Number, "98,06")]
    [InlineData(FigureKind.Number, "1e3")]
    [InlineData(FigureKind.Number, "1.")]
    [InlineData(FigureKind.Number, "1234567890123456789")]
    [InlineData(FigureKind.YesNo, "true")]
    [InlineData(FigureKind.Choice, "c")]
    public void What_the_figure_cannot_be_is_refused(FigureKind kind, string text) =>
        FigureValue.Read(Figure(kind), text).Refusal.ShouldNotBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void Empty_is_blank_and_not_zero(string? text) =>
        FigureValue.Read(Figure(FigureKind.Count), text).ShouldBe(new FigureReading(null, null));

    private static Figure Figure(FigureKind kind) => new()
    {
        Code = "f",
        Name = new Bilingual("f", "f"),
        Kind = kind,
        Options = kind == FigureKind.Choice
            ? [new FigureOption("a", new Bilingual("a", "a")), new FigureOption("b", new Bilingual("b", "b"))]
            : [],
    };
}

using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

public sealed class FigureInFileTests
{
    private static readonly Figure Figure = new() { Code = "files", Name = new("Hồ sơ", "Files"), Kind = FigureKind.Count };

    [Theory]
    [InlineData("10", "10", "10", FigureInFile.Outcome.Nothing)]
    [InlineData("10", "10", "12", FigureInFile.Outcome.Change)]
    [InlineData("10", "10", null, FigureInFile.Outcome.Change)]
    [InlineData(null, null, "12", FigureInFile.Outcome.Change)]
    [InlineData("10", "11", "10", FigureInFile.Outcome.MovedMeanwhile)]
    [InlineData("10", "11", "11", FigureInFile.Outcome.Nothing)]
    [InlineData("10", "11", "12", FigureInFile.Outcome.Clash)]
    [InlineData("10", null, "12", FigureInFile.Outcome.Clash)]
    [InlineData("10", "11", null, FigureInFile.Outcome.Clash)]
    public void What_a_file_does_with_a_figure_hangs_on_who_changed_it_since(
        string? atTemplate, string? now, string? inFile, FigureInFile.Outcome expected) =>
        new FigureInFile(Figure, atTemplate, now, 1, inFile).Does.ShouldBe(expected);
}

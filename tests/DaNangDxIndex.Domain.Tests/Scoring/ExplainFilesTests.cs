namespace DaNangDxIndex.Scoring;

/// <summary>The points of an agency in words, from files alone.</summary>
public sealed class ExplainFilesTests : IDisposable
{
    private readonly AuditorFiles _files = AuditorFiles.OfFourWards();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Points_are_explained_in_words_in_either_language()
    {
        _files.Run("explain --criteria c.json --figures f.csv --agency hai-chau --criterion A.1").ShouldBe(0, _files.Errors.ToString());
        _files.Run("explain --criteria c.json --figures f.csv --agency hai-chau --lang en").ShouldBe(0);

        var told = _files.Output.ToString();
        told.ShouldContain("500/1.000 = 50%");
        told.ShouldContain("× 60 = 33,33\u00A0điểm");
        told.ShouldContain("500/1,000 = 50%");
        told.ShouldContain("hai-chau: 73.33, Good, rank 1 of 3");
    }

    [Fact]
    public void An_explanation_goes_from_the_base_to_the_rank()
    {
        _files.Run("explain --criteria c.json --figures f.csv --agencies a.csv --agency hai-chau --lang en")
            .ShouldBe(0, _files.Errors.ToString());

        var told = _files.Output.ToString();
        told.ShouldContain("Points of the base: 73.33 (220/3)");
        told.ShouldContain("Applicable maximum: 100.00");
        told.ShouldContain("Converted to the scale of 100: 220/3 / 100 × 100 = 73.33 (220/3)");
        told.ShouldContain("Cap: 100");
        told.ShouldContain("hai-chau: 73.33, Good, rank 1 of 3");
    }
}

using DaNangDxIndex.Scorecards;

namespace DaNangDxIndex.Typesetting;

public sealed class SystemLibrariesTests
{
    [Fact]
    public void Missing_libraries_are_named_with_the_command_that_installs_them()
    {
        var refusal = Should.Throw<PlatformNotSupportedException>(
            () => SystemLibraries.Require(file => !file.Contains("pango-1.0", StringComparison.Ordinal) && !file.Contains("libcairo", StringComparison.Ordinal)));

        refusal.Message.ShouldContain("libcairo.so.2, libpango-1.0.so.0");
        refusal.Message.ShouldContain("apt-get install -y libcairo2 libpango-1.0-0");
    }

    [Fact]
    public void Nothing_is_said_where_all_are_there() => Should.NotThrow(() => SystemLibraries.Require(_ => true));

    [Fact]
    public void A_folder_without_fonts_is_refused_by_its_name()
    {
        using var typefaces = new Typefaces("/nowhere/fonts");

        Should.Throw<FileNotFoundException>(() => new ScorecardPdf(typefaces).Write(SampleScorecard.MakeBlank(), "vi")).Message.ShouldContain("/nowhere/fonts");
    }
}

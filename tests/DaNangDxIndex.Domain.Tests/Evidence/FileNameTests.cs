namespace DaNangDxIndex.Evidence;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Kế hoạch số 12.pdf", "Kế hoạch số 12.pdf")]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("""C:\Users\an\báo cáo v1.2.docx""", "báo cáo v1.2.docx")]
    [InlineData("tệp không đuôi", "tệp không đuôi")]
    public void A_name_loses_its_folders_and_nothing_else(string sent, string kept) => FileNameRules.Require(sent).ShouldBe(kept);

    [Theory]
    [InlineData("bao-cao.pdf.exe", "evidence.double-ending")]
    [InlineData("bao-cao.exe.pdf", "evidence.double-ending")]
    [InlineData("trang.HTML", "evidence.double-ending")]
    [InlineData("hoa.svg", "evidence.double-ending")]
    [InlineData("gpj.\u202Efdp.pdf", "evidence.name-forbidden")]
    [InlineData("a\u200Bb.pdf", "evidence.name-forbidden")]
    [InlineData("a\nb.pdf", "evidence.name-forbidden")]
    public void A_name_that_deceives_is_refused(string sent, string code) =>
        Should.Throw<RuleViolation>(() => FileNameRules.Require(sent)).Code.ShouldBe(code);

    [Fact]
    public void A_name_of_three_hundred_letters_is_too_long() =>
        Should.Throw<RuleViolation>(() => FileNameRules.Require(new string('a', 300) + ".pdf")).Code.ShouldBe("evidence.name-too-long");

    [Theory]
    [InlineData("ảnh.pdf", FileType.Png, "ảnh.png")]
    [InlineData("ảnh.JPEG", FileType.Jpeg, "ảnh.jpg")]
    [InlineData("kế hoạch v1.2", FileType.Pdf, "kế hoạch v1.2.pdf")]
    [InlineData(".pdf", FileType.Pdf, "pdf.pdf")]
    [InlineData("", FileType.Docx, "tai-lieu.docx")]
    public void The_ending_is_that_of_the_content(string name, FileType type, string shown) =>
        FileNameRules.WithEnding(name, type).ShouldBe(shown);
}

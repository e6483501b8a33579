using System.Diagnostics;
namespace DaNangDxIndex.Scoring;

/// <summary>What an auditor gave by mistake is told with its place, and nothing is written.</summary>
public sealed class FaultyFilesTests : IDisposable
{
    private readonly AuditorFiles _files = AuditorFiles.OfFourWards();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void All_faults_are_told_at_once_each_with_file_line_and_column()
    {
        _files
            .With("a.csv", "code,group,parent,ranked\nhai-chau,wards,,maybe\nhai-chau,wards,,true\nhoa-vang,communes,,true\n")
            .With(
                "f.csv",
                "agency,figure,value\nhai-chau,recieved,1000\nhai-chau,online,\"5.5\"\nhai-chau,online,1,2\n"
                + "nobody,online,1\nhai-chau,portal,perhaps\n")
            .With("v.csv", "agency,criterion,decision,points\nhai-chau,A.1,points,61\nhai-chau,A.3,accept,\nhai-chau,A.2,acept,\n");

        _files.Run(AuditorFiles.Score + " --verdicts v.csv --lang en").ShouldBe(2);

        var told = _files.Errors.ToString().Replace(
            System.IO.Path.GetDirectoryName(_files.Path("a.csv")) + "/", "", StringComparison.Ordinal)
            .Split(Environment.NewLine);
        told.ShouldContain("a.csv:2:17: Write true or false, not \"maybe\".");
        told.ShouldContain("a.csv:3:1: The agency \"hai-chau\" is already in an earlier row.");
        told.ShouldContain(line => line.StartsWith("a.csv:4:10: No criteria file is for the group \"communes\"", StringComparison.Ordinal));
        told.ShouldContain("f.csv:2:10: There is no figure \"recieved\"; did you mean \"received\"?");
        told.ShouldContain(line => line.StartsWith("f.csv:3:17: hai-chau, online: This is a count", StringComparison.Ordinal));
        told.ShouldContain(line => line.StartsWith("f.csv:4:19: The row has 4 fields", StringComparison.Ordinal));
        told.ShouldContain("f.csv:5:1: The agency \"nobody\" is not in the list.");
        told.ShouldContain(line => line.StartsWith("f.csv:6:17: hai-chau, portal:", StringComparison.Ordinal));
        told.ShouldContain(line => line.StartsWith("v.csv:2:21: Points are a number from 0 to 60", StringComparison.Ordinal));
        told.ShouldContain(line => line.StartsWith("v.csv:3:10: There is no criterion \"A.3\"", StringComparison.Ordinal));
        told.ShouldContain("v.csv:4:14: There is no decision \"acept\"; did you mean \"accept\"?");
        told.ShouldContain("11 faults. Nothing was scored.");
        File.Exists(_files.Path("results.csv")).ShouldBeFalse();
    }

    [Fact]
    public void Quotation_marks_that_do_not_close_and_bytes_that_are_not_utf8_are_faults()
    {
        _files.With("f.csv", "agency,figure,value\nhai-chau,\"received,1000\n");
        _files.Run(AuditorFiles.Score + " --lang en").ShouldBe(2);
        _files.Errors.ToString().ShouldContain("f.csv:2:10: This quotation mark is never closed.");

        _files.With("f.csv", [.. "agency,figure,value\nhai-chau,received,"u8, 0xff, 0xfe, (byte)'\n']);
        _files.Run(AuditorFiles.Score + " --lang en").ShouldBe(2);
        _files.Errors.ToString().ShouldContain("the file is not UTF-8");
    }

    [Fact]
    public void A_criteria_file_with_faults_is_refused_with_their_places()
    {
        _files.With("c.json", AuditorFiles.Wards.Replace("\"over\": [\"received\"]", "\"over\": [\"recieved\"]", StringComparison.Ordinal));

        _files.Run(AuditorFiles.Score + " --lang en").ShouldBe(2);

        _files.Errors.ToString().ShouldContain("/components/0/criteria/0/rule");
    }

    [Theory]
    [InlineData("score --critera c.json", "did you mean \"--criteria\"?")]
    [InlineData("scroe", "did you mean \"score\"?")]
    [InlineData("score --figures", "--figures needs a value after it.")]
    [InlineData("score --criteria c.json --agencies a.csv", "--figures is missing")]
    [InlineData("score stray.csv --criteria c.json", "Unexpected argument \"stray.csv\"")]
    [InlineData("explain --criteria c.json --figures f.csv --agency hai-chua", "did you mean \"hai-chau\"?")]
    public void A_command_that_is_not_understood_is_answered_with_what_to_write(string words, string answer)
    {
        _files.Run(words + " --lang=en").ShouldBe(2);

        _files.Errors.ToString().ShouldContain(answer);
    }

    [Theory]
    [InlineData("--out a.csv")]
    [InlineData("--out link.csv")]
    [InlineData("--out linked/f.csv")]
    [InlineData("--out linked/link.csv")]
    [InlineData("--out chain.csv")]
    [InlineData("--out ./linked/../f.csv")]
    [InlineData("--out hard.csv")]
    [InlineData("--out linked/hard.csv")]
    [InlineData("--criteria-points f.csv")]
    [InlineData("--criteria-points hard.csv")]
    public void A_result_is_never_written_over_an_input(string output)
    {
        File.CreateSymbolicLink(_files.Path("link.csv"), _files.Path("f.csv"));
        File.CreateSymbolicLink(_files.Path("chain.csv"), "linked/link.csv");
        Directory.CreateSymbolicLink(_files.Path("linked"), _files.Path("."));
        using (var link = Process.Start("ln", [_files.Path("f.csv"), _files.Path("hard.csv")]))
            link.WaitForExit();
        var (agencies, figures) = (_files.Text("a.csv"), _files.Text("f.csv"));

        _files.Run($"score --criteria c.json --figures f.csv --agencies a.csv {output} --lang en").ShouldBe(2);

        _files.Errors.ToString().ShouldContain("is an input file; choose another name.");
        (_files.Text("a.csv"), _files.Text("f.csv")).ShouldBe((agencies, figures));
    }

    [Theory]
    [InlineData("=cmd")]
    [InlineData("-1")]
    [InlineData("hải-châu")]
    [InlineData("a b")]
    public void A_code_that_is_none_is_refused(string code)
    {
        _files.With("a.csv", $"code,group\n{code},wards\n").With("f.csv", "agency,figure,value\n");

        _files.Run(AuditorFiles.Score + " --lang en").ShouldBe(2);

        _files.Errors.ToString().ShouldContain("a.csv:2:1: A code has only letters a to z");
    }

    [Fact]
    public void A_kind_that_names_an_unknown_agency_is_refused()
    {
        _files.With("c.json", AuditorFiles.Wards.Replace(
            "\"figures\": [",
            "\"kinds\": [{ \"code\": \"few\", \"name\": \"few\", \"agencies\": [\"hoang-sax\"], \"criteria\": [\"A.2\"] }], \"figures\": [",
            StringComparison.Ordinal));

        _files.Run(AuditorFiles.Score + " --lang en").ShouldBe(2);

        _files.Errors.ToString().ShouldContain("kinds, few: There is no agency \"hoang-sax\"; did you mean \"hoang-sa\"?");
    }

    [Fact]
    public void Faults_of_a_criteria_file_name_their_line()
    {
        _files.With("c.json", AuditorFiles.Wards.Replace("\"maximum\": 40", "\"maximum\": \"forty\"", StringComparison.Ordinal));

        _files.Run(AuditorFiles.Score + " --lang en").ShouldBe(2);

        _files.Errors.ToString().ShouldContain("c.json:22: /components/0/criteria/1/maximum: ");
    }

    [Theory]
    [InlineData(';', "semicolons")]
    [InlineData('\t', "tabs")]
    public void Another_separator_is_named(char separator, string name)
    {
        _files.With("f.csv", "agency,figure,value\n".Replace(',', separator));

        _files.Run(AuditorFiles.Score + " --lang en").ShouldBe(2);

        _files.Errors.ToString().ShouldContain(
            $"f.csv:1:1: The columns are separated by {name}; save the file as CSV separated by commas.");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named_in_the_readers_language()
    {
        _files.Run("verify nowhere.zip").ShouldBe(2);

        _files.Errors.ToString().ShouldContain("Không có tệp");
        _files.Errors.ToString().ShouldContain("nowhere.zip");
    }
}

using System.Text.Json.Nodes;

namespace DaNangDxIndex.Scoring;

public sealed class ScoreFilesTests : IDisposable
{
    private const string Score = "score --criteria c.json --figures f.csv --agencies a.csv --out results.csv";

    private readonly AuditorFiles _files = new AuditorFiles()
        .With("c.json", AuditorFiles.Wards)
        .With("a.csv", "code,group,parent,ranked\nhai-chau,wards,,true\nhoa-vang,wards,,true\nthanh-khe,wards,,\nhoang-sa,wards,,false\n")
        .With(
            "f.csv",
            "agency,figure,value\nhai-chau,received,1000\nhai-chau,online,500\nhai-chau,portal,yes\n"
            + "hoa-vang,received,3\nhoa-vang,online,1\nhoa-vang,portal,\n"
            + "thanh-khe,received,0\nthanh-khe,online,0\nthanh-khe,portal,no\n");

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Results_stand_in_the_order_of_the_agencies_with_ranks_and_tiers()
    {
        _files.Run(Score).ShouldBe(0, _files.Errors.ToString());

        _files.Text("results.csv").ShouldBe("""
            agency,group,applicable,converted,total,rank,tier
            hai-chau,wards,100.00,73.33,73.33,1,good
            hoa-vang,wards,100.00,22.22,22.22,3,average
            thanh-khe,wards,100.00,60.00,60.00,2,average
            hoang-sa,wards,100.00,0.00,0.00,,average

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Verdicts_set_points_and_take_criteria_out()
    {
        _files.With(
            "v.csv", "agency,criterion,decision,points\nhai-chau,A.1,points,59.5\nhoa-vang,A.2,notApplicable,\nthanh-khe,A.1,accept,\n");

        _files.Run(Score + " --verdicts v.csv").ShouldBe(0, _files.Errors.ToString());

        _files.Text("results.csv")
            .ShouldContain("hai-chau,wards,100.00,99.50,99.50,1,excellent\nhoa-vang,wards,60.00,37.04,37.04,3,average\n");
    }

    [Fact]
    public void Marks_of_the_agencies_are_carried_to_the_results()
    {
        _files.With("a.csv", "code,group,illustrative\nhai-chau,wards,true\nhoa-vang,wards,false\nthanh-khe,wards,true\n");

        _files.Run(Score).ShouldBe(0, _files.Errors.ToString());

        _files.Text("results.csv").ShouldContain("hai-chau,wards,100.00,73.33,73.33,1,good,true\n");
    }

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

        _files.Run(Score + " --verdicts v.csv --lang en").ShouldBe(2);

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
    public void Files_as_spreadsheets_save_them_are_taken()
    {
        _files.With("f.csv", "\ufeffagency;figure;value".Replace(';', ',')
            + "\r\n\"hai-chau\",\"received\",\"1000\"\r\nhai-chau,online,500\r\n\r\nhai-chau,portal,yes");

        _files.Run(Score).ShouldBe(0, _files.Errors.ToString());

        _files.Text("results.csv").ShouldContain("hai-chau,wards,100.00,73.33,73.33,1,good\n");
    }

    [Fact]
    public void Quotation_marks_that_do_not_close_and_bytes_that_are_not_utf8_are_faults()
    {
        _files.With("f.csv", "agency,figure,value\nhai-chau,\"received,1000\n");
        _files.Run(Score + " --lang en").ShouldBe(2);
        _files.Errors.ToString().ShouldContain("f.csv:2:10: This quotation mark is never closed.");

        _files.With("f.csv", [.. "agency,figure,value\nhai-chau,received,"u8, 0xff, 0xfe, (byte)'\n']);
        _files.Run(Score + " --lang en").ShouldBe(2);
        _files.Errors.ToString().ShouldContain("the file is not UTF-8");
    }

    [Fact]
    public void A_strange_character_does_not_end_the_file()
    {
        _files.With("f.csv", "agency,figure,value\nhai-chau,received,1000\nhai-chau,\uffff,1\nhai-chau,online,500\nhai-chau,online,500\n");

        _files.Run(Score + " --lang en").ShouldBe(2);

        _files.Errors.ToString().ShouldContain("f.csv:3:10: There is no figure");
        _files.Errors.ToString().ShouldContain("f.csv:5:10: hai-chau: the figure \"online\" is already in an earlier row.");
    }

    [Fact]
    public void Each_group_is_scored_by_its_own_criteria()
    {
        _files
            .With("d.json", AuditorFiles.Wards.Replace("\"wards\"", "\"departments\"", StringComparison.Ordinal).Replace(
                "90%", "100%", StringComparison.Ordinal))
            .With("a.csv", "code,group\nhai-chau,wards\nhoa-vang,departments\nthanh-khe,wards\n");

        _files.Run(Score.Replace("--figures", "--criteria d.json --figures", StringComparison.Ordinal))
            .ShouldBe(0, _files.Errors.ToString());

        _files.Text("results.csv").ShouldContain("hoa-vang,departments,100.00,20.00,20.00,1,average\n");
    }

    [Fact]
    public void A_criteria_file_with_faults_is_refused_with_their_places()
    {
        _files.With("c.json", AuditorFiles.Wards.Replace("\"over\": [\"received\"]", "\"over\": [\"recieved\"]", StringComparison.Ordinal));

        _files.Run(Score + " --lang en").ShouldBe(2);

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

    [Theory]
    [InlineData("--out a.csv")]
    [InlineData("--out link.csv")]
    [InlineData("--criteria-points f.csv")]
    public void A_result_is_never_written_over_an_input(string output)
    {
        File.CreateSymbolicLink(_files.Path("link.csv"), _files.Path("f.csv"));
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

        _files.Run(Score + " --lang en").ShouldBe(2);

        _files.Errors.ToString().ShouldContain("a.csv:2:1: A code has only letters a to z");
    }

    [Fact]
    public void A_kind_that_names_an_unknown_agency_is_refused()
    {
        _files.With("c.json", AuditorFiles.Wards.Replace(
            "\"figures\": [",
            "\"kinds\": [{ \"code\": \"few\", \"name\": \"few\", \"agencies\": [\"hoang-sax\"], \"criteria\": [\"A.2\"] }], \"figures\": [",
            StringComparison.Ordinal));

        _files.Run(Score + " --lang en").ShouldBe(2);

        _files.Errors.ToString().ShouldContain("kinds, few: There is no agency \"hoang-sax\"; did you mean \"hoang-sa\"?");
    }

    [Fact]
    public void What_is_odd_and_can_be_scored_is_counted()
    {
        _files
            .With("c.json", AuditorFiles.Wards.Replace(
                "\"kind\": \"count\" }", "\"kind\": \"count\", \"unit\": \"files\" }", StringComparison.Ordinal))
            .With(
                "f.csv",
                "agency,figure,value\nhai-chau,received,10\nhai-chau,online,11\nhai-chau,portal,yes\n"
                + "hoa-vang,received,0\nhoa-vang,online,1\nhoa-vang,portal,no\n")
            .With("v.csv", "agency,criterion,decision,points\nthanh-khe,A.1,notApplicable,3\n");

        _files.Run(Score + " --verdicts v.csv --lang en").ShouldBe(0, _files.Errors.ToString());

        var told = _files.Errors.ToString().Split(Environment.NewLine);
        told.ShouldContain("Note: 4 figures are blank and earned nothing.");
        told.ShouldContain("Note: 1 ratio has a denominator of 0 and earned nothing.");
        told.ShouldContain("Note: 1 part is above the whole.");
        told.ShouldContain("Note: 1 entry of points beside a decision other than \"points\" were not used.");
    }

    [Fact]
    public void Faults_of_a_criteria_file_name_their_line()
    {
        _files.With("c.json", AuditorFiles.Wards.Replace("\"maximum\": 40", "\"maximum\": \"forty\"", StringComparison.Ordinal));

        _files.Run(Score + " --lang en").ShouldBe(2);

        _files.Errors.ToString().ShouldContain("c.json:22: /components/0/criteria/1/maximum: ");
    }

    [Theory]
    [InlineData(';', "semicolons")]
    [InlineData('\t', "tabs")]
    public void Another_separator_is_named(char separator, string name)
    {
        _files.With("f.csv", "agency,figure,value\n".Replace(',', separator));

        _files.Run(Score + " --lang en").ShouldBe(2);

        _files.Errors.ToString().ShouldContain(
            $"f.csv:1:1: The columns are separated by {name}; save the file as CSV separated by commas.");
    }

    [Fact]
    public void Points_of_every_criterion_are_written_as_exact_fractions()
    {
        _files.With("points.csv", "").Run(Score + " --criteria-points points.csv").ShouldBe(0, _files.Errors.ToString());

        _files.Text("points.csv").ShouldStartWith(
            "agency,criterion,state,points,maximum\nhai-chau,A.1,scored,100/3,60\nhai-chau,A.2,scored,40,40\n");
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

    [Theory]
    [InlineData("score --criteria c.json --figures f.csv --agencies a.csv --json", "/results/0/total", "73.33")]
    [InlineData("explain --criteria c.json --figures f.csv --agencies a.csv --agency hai-chau --json", "/total/rank", "1")]
    public void Answers_are_to_be_had_as_json(string words, string place, string value)
    {
        _files.Run(words).ShouldBe(0, _files.Errors.ToString());

        var found = place.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(
            JsonNode.Parse(_files.Output.ToString()), (node, name) => int.TryParse(name, out var index) ? node?[index] : node?[name]);
        found.ShouldNotBeNull().ToString().ShouldBe(value);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named_in_the_readers_language()
    {
        _files.Run("verify nowhere.zip").ShouldBe(2);

        _files.Errors.ToString().ShouldContain("Không có tệp");
        _files.Errors.ToString().ShouldContain("nowhere.zip");
    }
}

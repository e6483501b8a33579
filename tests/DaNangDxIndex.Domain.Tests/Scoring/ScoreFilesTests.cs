using System.Text.Json.Nodes;

namespace DaNangDxIndex.Scoring;

public sealed class ScoreFilesTests : IDisposable
{
    private readonly AuditorFiles _files = AuditorFiles.OfFourWards();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Results_stand_in_the_order_of_the_agencies_with_ranks_and_tiers()
    {
        _files.Run(AuditorFiles.Score).ShouldBe(0, _files.Errors.ToString());

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

        _files.Run(AuditorFiles.Score + " --verdicts v.csv").ShouldBe(0, _files.Errors.ToString());

        _files.Text("results.csv")
            .ShouldContain("hai-chau,wards,100.00,99.50,99.50,1,excellent\nhoa-vang,wards,60.00,37.04,37.04,3,average\n");
    }

    [Fact]
    public void Marks_of_the_agencies_are_carried_to_the_results()
    {
        _files.With("a.csv", "code,group,illustrative\nhai-chau,wards,true\nhoa-vang,wards,false\nthanh-khe,wards,true\n");

        _files.Run(AuditorFiles.Score).ShouldBe(0, _files.Errors.ToString());

        _files.Text("results.csv").ShouldContain("hai-chau,wards,100.00,73.33,73.33,1,good,true\n");
    }

    [Fact]
    public void Files_as_spreadsheets_save_them_are_taken()
    {
        _files.With("f.csv", "\ufeffagency;figure;value".Replace(';', ',')
            + "\r\n\"hai-chau\",\"received\",\"1000\"\r\nhai-chau,online,500\r\n\r\nhai-chau,portal,yes");

        _files.Run(AuditorFiles.Score).ShouldBe(0, _files.Errors.ToString());

        _files.Text("results.csv").ShouldContain("hai-chau,wards,100.00,73.33,73.33,1,good\n");
    }

    [Fact]
    public void A_strange_character_does_not_end_the_file()
    {
        _files.With("f.csv", "agency,figure,value\nhai-chau,received,1000\nhai-chau,\uffff,1\nhai-chau,online,500\nhai-chau,online,500\n");

        _files.Run(AuditorFiles.Score + " --lang en").ShouldBe(2);

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

        _files.Run(AuditorFiles.Score.Replace("--figures", "--criteria d.json --figures", StringComparison.Ordinal))
            .ShouldBe(0, _files.Errors.ToString());

        _files.Text("results.csv").ShouldContain("hoa-vang,departments,100.00,20.00,20.00,1,average\n");
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

        _files.Run(AuditorFiles.Score + " --verdicts v.csv --lang en").ShouldBe(0, _files.Errors.ToString());

        var told = _files.Errors.ToString().Split(Environment.NewLine);
        told.ShouldContain("Note: 4 figures are blank and earned nothing.");
        told.ShouldContain("Note: 1 ratio has a denominator of 0 and earned nothing.");
        told.ShouldContain("Note: 1 part is above the whole.");
        told.ShouldContain("Note: 1 entry of points beside a decision other than \"points\" were not used.");
    }

    [Fact]
    public void Points_of_every_criterion_are_written_as_exact_fractions()
    {
        _files.With("points.csv", "").Run(AuditorFiles.Score + " --criteria-points points.csv").ShouldBe(0, _files.Errors.ToString());

        _files.Text("points.csv").ShouldStartWith(
            "agency,criterion,state,points,maximum\nhai-chau,A.1,scored,100/3,60\nhai-chau,A.2,scored,40,40\n");
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
}

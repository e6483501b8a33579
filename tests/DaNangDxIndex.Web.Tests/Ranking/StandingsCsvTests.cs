using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Ranking;

public sealed class StandingsCsvTests
{
    [Fact]
    public void Each_agency_is_a_line_and_what_is_unknown_is_empty() =>
        StandingsCsv.Write(Table(new RankedAgency { Code = "cong-an", Name = new("Công an thành phố", "City Police"), Rank = 1 })).ShouldBe(
            "edition,group,version,rank,agency,name,name_en,parent,total,tier,change,submitted,illustrative,provenance,state\r\n"
            + "2023,central,,1,cong-an,Công an thành phố,City Police,,,,,yes,no,press,\r\n");

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84")]
    [InlineData("-2")]
    [InlineData("@cmd")]
    [InlineData("\tx")]
    [InlineData("＝1+1")]
    public void A_name_that_a_spreadsheet_would_compute_gets_an_apostrophe(string name) =>
        StandingsCsv.Write(Table(new RankedAgency { Code = "a", Name = new(name, "Plain") })).ShouldContain($",'{name},");

    [Fact]
    public void A_name_with_comma_or_quotes_is_quoted() =>
        StandingsCsv.Write(Table(new RankedAgency { Code = "a", Name = new("Ban \"Một, Hai\"", "Plain") }))
            .ShouldContain(",\"Ban \"\"Một, Hai\"\"\",");

    [Fact]
    public void A_method_that_cuts_off_does_so_in_file_answer_and_page_alike()
    {
        var method = new Method { Scale = 6, Tiers = [], Mode = RoundingMode.Truncate };
        var points = Fraction.Of(5408, 1000);
        var table = Table(new RankedAgency { Code = "a", Name = new("Ban", "Board"), Components = [new PointsOf("A", points, 6)] })
            with { Method = method, Components = [new Component { Code = "A", Name = new("Nhóm", "Part"), Criteria = [] }] };

        StandingsCsv.Write(table).ShouldContain(",5.40,");
        StandingsAnswer.Of(table).Items[0].Components[0].Earned.ShouldBe("5.40");
        PrintedPoints.Of(points, method)[^2..].ShouldBe("40");
    }

    private static RankedTable Table(RankedAgency agency) =>
        new()
        {
            Year = 2023,
            Group = "central",
            Name = new("Cơ quan Trung ương", "Central agencies"),
            Provenance = "press",
            Tiers = [],
            Agencies = [agency],
        };
}

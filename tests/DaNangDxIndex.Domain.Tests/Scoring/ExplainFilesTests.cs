using System.Text.Json.Nodes;

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

    [Fact]
    public void All_numbers_of_an_explanation_are_written_as_its_language_writes_them()
    {
        _files.Run("explain --criteria c.json --figures f.csv --agencies a.csv --agency hai-chau").ShouldBe(0, _files.Errors.ToString());

        var told = _files.Output.ToString();
        told.ShouldContain("Điểm các nhóm tiêu chí: 73,33 (220/3)");
        told.ShouldContain("Điểm tối đa áp dụng: 100,00");
        told.ShouldContain("Điểm quy đổi về thang 100: 220/3 / 100 × 100 = 73,33 (220/3)");
        told.ShouldContain("hai-chau: 73,33\u00A0điểm, ");
    }

    [Fact]
    public void What_was_added_and_taken_off_stands_between_the_conversion_and_the_cap()
    {
        var set = JsonNode.Parse(AuditorFiles.Wards).ShouldNotBeNull();
        Add(set["figures"],
            """{ "code": "initiatives", "name": { "vi": "Sáng kiến", "en": "Initiatives" }, "kind": "count", "source": "office" }""",
            """{ "code": "late", "name": { "vi": "Báo cáo trễ hạn", "en": "Late reports" }, "kind": "count", "source": "office" }""");
        Add(set["components"], Component("B", "bonus", 3, "initiatives", 6), Component("C", "penalty", 5, "late", 10));
        _files.With("c.json", set.ToJsonString())
            .With("f.csv", _files.Text("f.csv") + "hai-chau,initiatives,3\nhai-chau,late,4\n");

        _files.Run("explain --criteria c.json --figures f.csv --agencies a.csv --agency hai-chau --lang en")
            .ShouldBe(0, _files.Errors.ToString());

        var told = _files.Output.ToString();
        var total = told[told.IndexOf("    Converted", StringComparison.Ordinal)..].Split('\n')[1..5];
        total.ShouldBe(["    Bonus: 1.50", "    Penalty: \u22122.00", "    Before the cap: 72.83 (437/6)", "    Cap: 100"]);
        told.ShouldContain("hai-chau: 72.83, Good, rank 1 of 3");
    }

    private static void Add(JsonNode? list, params string[] items)
    {
        foreach (var item in items)
            list.ShouldNotBeNull().AsArray().Add(JsonNode.Parse(item));
    }

    private static string Component(string code, string block, int maximum, string figure, int to) => $$"""
        {
          "code": "{{code}}", "name": { "vi": "Nhóm {{code}}", "en": "Component {{code}}" }, "block": "{{block}}",
          "criteria": [
            { "code": "{{code}}.1", "name": { "vi": "Tiêu chí", "en": "Criterion" }, "pillar": "foundation", "maximum": {{maximum}},
              "rule": { "linear": { "of": "{{figure}}", "from": 0, "to": {{to}} } } }
          ]
        }
        """;
}

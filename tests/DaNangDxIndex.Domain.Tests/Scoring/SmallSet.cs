using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Makes valid criteria files of one page; a test states the figures and criteria it is about.</summary>
internal static class SmallSet
{
    public const string Method = """ "nothingDue": "exclude" """;

    /// <summary>A file with one base component of these criteria, whose maxima add up to the scale.</summary>
    public static string File(string scale, string figures, string criteria, string method = Method, string kinds = "") =>
        FileOf(scale, figures, $$""" { "code": "A", "name": "A", "criteria": [{{criteria}}] } """, method, kinds);

    public static string FileOf(string scale, string figures, string components, string method = Method, string kinds = "") => $$"""
        {
          "edition": 2025,
          "group": "departments",
          "name": { "vi": "Bộ chỉ số thử", "en": "Small set" },
          "method": {
            "scale": "{{scale}}",
            "tiers": [
              { "code": "excellent", "name": { "vi": "Xuất sắc", "en": "Excellent" }, "from": 90 },
              { "code": "good", "name": { "vi": "Tốt", "en": "Good" }, "from": 80 },
              { "code": "fair", "name": { "vi": "Khá", "en": "Fair" }, "from": 65 },
              { "code": "average", "name": { "vi": "Trung bình", "en": "Average" }, "from": 0 }
            ],
            {{method}}
          },
          "kinds": [{{kinds}}],
          "figures": [{{figures}}],
          "components": [{{components}}]
        }
        """;

    public static CriteriaSet Read(string file)
    {
        var reading = CriteriaFile.Read(file);
        reading.Problems.ShouldBeEmpty(string.Join('\n', reading.Problems.Select(problem => $"{problem.Pointer}: {problem.Message.En}")));
        return reading.Require();
    }

    public static string Count(string code, string source = "agency") =>
        $$""" { "code": "{{code}}", "name": { "vi": "{{code}} vi", "en": "{{code}} en" }, "kind": "count", "source": "{{source}}" } """;

    public static string Figure(string code, string kind, string source = "agency") =>
        $$""" { "code": "{{code}}", "name": { "vi": "{{code}} vi", "en": "{{code}} en" }, "kind": "{{kind}}", "source": "{{source}}" } """;

    public static string Criterion(string code, string maximum, string rule, string more = "") =>
        $$""" { "code": "{{code}}", "name": "{{code}}", "pillar": "government", "maximum": "{{maximum}}", "rule": {{rule}} {{more}} } """;

    /// <summary>One agency: "a=3 b=4 c=deputy d=yes"; what is not named is blank.</summary>
    public static ScoringInput Agency(CriteriaSet set, string figures, string code = "so-khcn") => new()
    {
        Agency = code,
        Figures = figures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(given => given.Split('=')).ToDictionary(
            pair => pair[0], pair => ValueOf(set, pair[0], pair[1]), StringComparer.Ordinal),
    };

    public static ScoringInput Deciding(this ScoringInput input, string criterion, VerdictDecision decision,
        string points = "0") => input with
    {
        Decisions = new Dictionary<string,
            Decided>(input.Decisions, StringComparer.Ordinal) { [criterion] = new(decision, Fraction.Parse(points)) },
    };

    private static FigureValue ValueOf(CriteriaSet set, string code, string text)
    {
        var reading = FigureValue.Read(set.Figure(code).ShouldNotBeNull(code), text);
        reading.Refusal.ShouldBeNull(reading.Refusal?.En);
        return reading.Value.ShouldNotBeNull();
    }
}

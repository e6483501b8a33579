namespace DaNangDxIndex.Publishing;

/// <summary>The short code on one agency's printed scorecard, leading to the page that says whether the paper is still valid.</summary>
public sealed class ScorecardCode(string code, int year, int number, string agency)
{
    public string Code { get; private set; } = code;

    public int Year { get; private set; } = year;

    /// <summary>Number of the publication.</summary>
    public int Number { get; private set; } = number;

    public string Agency { get; private set; } = agency;
}

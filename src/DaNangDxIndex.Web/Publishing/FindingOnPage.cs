using DaNangDxIndex.Publishing.Findings;

namespace DaNangDxIndex.Publishing;

/// <summary>One finding as pages show it.</summary>
/// <param name="Acknowledged">Who acknowledged it, each for himself, oldest first.</param>
/// <param name="Reader">Who looks: decides where the agencies' names lead.</param>
public sealed record FindingOnPage(Finding Finding, int Year, IReadOnlyList<Acknowledgement> Acknowledged, FindingReader Reader)
{
    /// <summary>Beyond this the agencies stand behind a summary.</summary>
    public const int Open = 6;

    /// <summary>The reader may acknowledge it.</summary>
    public bool Offered { get; init; }

    public string Id => "finding-" + Finding.Kind.ToString().ToLowerInvariant();

    public string Page => Reader switch
    {
        FindingReader.Office => "/Editions/Exception",
        FindingReader.Signatory => "/Ranking/Preview",
        FindingReader.Afterwards => "/Scorecards/Agency",
    };

    /// <summary>The office can ask to open the criterion again that mends this case.</summary>
    public bool MayReopen(FindingCase about) => Reader == FindingReader.Office && IsFinal && about.Criterion is not null;

    /// <summary>The edition is final, so that nothing changes any more unless it is opened again.</summary>
    public bool IsFinal { get; init; }

    public Dictionary<string, string> AddressOf(FindingCase about, string language)
    {
        var year = Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Reader switch
        {
            FindingReader.Office => new(StringComparer.Ordinal) { ["year"] = year, ["agency"] = about.Agency },
            FindingReader.Signatory =>
                new(StringComparer.Ordinal) { ["year"] = year, ["group"] = about.Group, ["q"] = about.Name.In(language) },
            FindingReader.Afterwards => new(StringComparer.Ordinal) { ["year"] = year, ["code"] = about.Agency },
        };
    }
}

/// <summary>Who looks at a finding: the office, which can act on an agency; the signatory, who looks at its line; anybody after
/// publication.</summary>
public enum FindingReader
{
    Office,
    Signatory,
    Afterwards,
}

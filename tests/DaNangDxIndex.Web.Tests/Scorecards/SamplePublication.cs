using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// A publication of 2024 made from the demo's files without a database: all departments, central agencies and wards,
/// with what a card may have to say: parts that do not apply, an agency that is not ranked, a corrected figure, an
/// appraiser's decision, printed and illustrative figures, an agency that did not submit, results before.
/// </summary>
internal static class SamplePublication
{
    public const string Code = "7K4M92QXAB";

    public static PublishedDocument Decision { get; } = new(
        new("Quyết định", "Decision"), "684/QĐ-UBND", new DateOnly(2025, 4, 3),
        new("Chủ tịch Ủy ban nhân dân thành phố Đà Nẵng", "Chairperson of the People’s Committee of Da Nang City"), "I");

    public static PublishedDocument Notice { get; } = new(
        new("Thông báo", "Notice"), "123/TB-UBND", new DateOnly(2025, 2, 11),
        new("Ủy ban nhân dân thành phố Đà Nẵng", "People’s Committee of Da Nang City"), null);

    /// <summary>As an annex to a decision, as the demo is.</summary>
    public static PublishedVersion Announced { get; } = Of(Decision);

    public static PublishedVersion Sample { get; } = Of(null);

    public static PublishedVersion Of(PublishedDocument? document)
    {
        var canonical = PublishedEditionJson.Canonical(new PublishedEdition
        {
            Tenant = new(
                "da-nang", new("Thành phố Đà Nẵng", "Da Nang City"), new(
                    "Ủy ban nhân dân thành phố Đà Nẵng", "People’s Committee of Da Nang City"),
                new("Đà Nẵng", "Da Nang")),
            Year = 2024,
            Series = Series.DigitalTransformation,
            Number = 1,
            Document = document,
            PublishedAt = new DateTimeOffset(2025, 4, 3, 2, 0, 0, TimeSpan.Zero),
            AuditHead = "17:00",
            Illustrative = document is null,
            Groups = [.. new[] { "departments", "central", "wards" }.Select(group => GroupOf(group, illustrative: document is null))],
        });
        return new PublishedVersion(PublishedEditionJson.Read(canonical), CanonicalJson.Digest(canonical));
    }

    public static PrintedCard Card(PublishedVersion version, string agency)
    {
        var group = version.Edition.GroupOf(agency).ShouldNotBeNull();
        return new PrintedCard(version, group, group.Entrant(agency).ShouldNotBeNull(), group.ResultOf(agency).ShouldNotBeNull(), Code);
    }

    private static PublishedGroup GroupOf(string code, bool illustrative)
    {
        var file = CriteriaFile.Read(DemoFile.Text($"criteria/da-nang-2024-{code}.json")).Require();
        var set = file with { Method = file.Method with { NotSubmitted = NotSubmittedPolicy.Scored } };
        var agencies = DemoAgencies.Of("da-nang")
            .Where(agency => agency.Assessed && agency.Group == code && agency.InForceOn(new DateOnly(2024, 12, 31)));
        var figures = Values("figures/da-nang-2024.csv", "value");
        var declared = Values("figures/da-nang-2024-corrections.csv", "declared");
        var names = DemoAgencies.Of("da-nang").ToDictionary(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal);
        var name = code switch
        {
            "departments" => new Bilingual("Khối sở, ban, ngành", "Departments"),
            "central" => new Bilingual("Khối cơ quan Trung ương trên địa bàn", "Central agencies"),
            _ => new Bilingual("Khối UBND phường, xã", "Wards and communes"),
        };
        var before = new TableBefore(
            2023, new Dictionary<string, int>(StringComparer.Ordinal) { ["excellent"] = 4, ["good"] = 7, ["fair"] = 9, ["average"] = 4 });
        return Computation.Of(code, name, set, before, agencies.Select(agency => EntrantOf(
            agency.Code, names, agency.Parent, figures[agency.Code], declared.GetValueOrDefault(agency.Code) ?? [], illustrative)));
    }

    private static Entrant EntrantOf(
        string agency, Dictionary<string, Bilingual> names, string? parent, Dictionary<string, string> figures, Dictionary<string,
            string> declared,
        bool illustrative) => new()
        {
            Agency = agency,
            Name = names[agency],
            Parent = parent,
            ParentName = parent is null ? null : names[parent],
            Ranked = agency != "dai-ptth",
            Submission = agency == "so-ldtbxh" ? Submission.NotSubmitted : Submission.Submitted,
            Figures = figures,
            Declared = figures.ToDictionary(
                figure => figure.Key, figure => declared.GetValueOrDefault(figure.Key) ?? figure.Value, StringComparer.Ordinal),
            Corrections = declared.ToDictionary(figure => figure.Key, _ => ReasonCode.FigureContradicted, StringComparer.Ordinal),
            Provenance = illustrative
                ? figures.ToDictionary(
                    figure => figure.Key,
                    figure => agency == "so-gtvt"
                        && figure.Key.StartsWith("procedures", StringComparison.Ordinal) ? Provenance.Press : Provenance.Illustrative,
                    StringComparer.Ordinal)
                : [],
            Decisions = agency == "so-gtvt"
                ? new Dictionary<string,
                    PublishedDecision>(StringComparer.Ordinal) { ["1.3"] = new(VerdictDecision.Points, 1, ReasonCode.EvidenceInsufficient) }
                : [],
            Before = agency == "so-tttt" ? new ResultBefore(2023, 3, 24, "excellent", "92.10") : null,
        };

    private static Dictionary<string, Dictionary<string, string>> Values(string file, string column) => DemoFile.Rows(file)
        .GroupBy(row => row["agency"], StringComparer.Ordinal)
        .ToDictionary(
            rows => rows.Key, rows => rows.ToDictionary(row => row["figure"], row => row[column], StringComparer.Ordinal),
            StringComparer.Ordinal);
}

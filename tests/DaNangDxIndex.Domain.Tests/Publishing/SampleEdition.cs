using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>A small publication of three wards.</summary>
internal static class SampleEdition
{
    public static PublishedEdition Of(bool submittedByHaiChau = true, NotSubmittedPolicy notSubmitted = NotSubmittedPolicy.LeftOut)
    {
        var read = CriteriaFile.Read(AuditorFiles.Wards).Require();
        var criteria = read with { Method = read.Method with { NotSubmitted = notSubmitted } };
        var before = new TableBefore(2024, new Dictionary<string, int>(StringComparer.Ordinal) { ["good"] = 3 });
        return new PublishedEdition
        {
            Tenant = new(
                "da-nang", new("Thành phố Đà Nẵng", "Da Nang City"), new(
                    "Ủy ban nhân dân thành phố Đà Nẵng",
                    "People’s Committee of Da Nang City"),
                new("Đà Nẵng", "Da Nang")),
            Year = 2025,
            Series = Series.DigitalTransformation,
            Number = 1,
            PublishedAt = new DateTimeOffset(2026, 3, 31, 1, 2, 3, TimeSpan.Zero),
            AuditHead = new string('0', 64),
            Illustrative = true,
            Printed = new(
                [new Source("paper", "https://example.vn/1").Named(new("Báo", "Paper"))],
                [new ImportedTierCount(2025, "wards", "good", 1, "paper")],
                [new ImportedStanding(2025, "wards", "hai-chau", 1, "80.5", null, "paper")],
                [new(
                    new PrintedFigure(1, 2025, PrintedKind.Figure, null, "hai-chau", "online", "paper")
                        .Saying(new("Hồ sơ", "Files"), null, new("Sáu tháng", "Six months")).Counting(500, 1000, 50.5m),
                    new Source("paper", "https://example.vn/1").Named(new("Báo", "Paper")), new("Hải Châu", "Hai Chau"))]),
            Amendments =
            [
                new(
                    1, "wards", new DateTimeOffset(2026, 1, 5, 3, 0, 0, TimeSpan.Zero),
                        new(new("Quyết định", "Decision"), "12/QĐ-UBND", new(2026, 1, 5)), "Trọng số cũ",
                    [new("A.1: điểm tối đa 60 → 50.", "A.1: maximum points 60 → 50.")],
                        [new("hai-chau", new("Hải Châu", "Hai Chau"), "70.00", "71.50", 2, null)]),
                new(2, null, new DateTimeOffset(2026, 1, 6, 3, 0, 0, TimeSpan.Zero), null, "Lịch", [], []),
            ],
            Groups = [Computation.Of("wards", new("Khối phường, xã", "Wards"), criteria, before,
            [
                Entrant("hai-chau", "Hải Châu", ("received", "1000"), ("online", "500"), ("portal", "yes")) with
                {
                    Submission = submittedByHaiChau ? Submission.Submitted : Submission.NotSubmitted,
                    Declared = new Dictionary<string, string>(StringComparer.Ordinal) { ["received"] = "1000", ["online"] = "900" },
                    Before = new(2024, 2, 56, "good", "81.5"),
                },
                Entrant("hoa-vang", "=Hòa, \"Vang\"", ("received", "3"), ("online", "1")) with
                {
                    Decisions = new Dictionary<string, PublishedDecision>(StringComparer.Ordinal)
                    {
                        ["A.1"] = new(VerdictDecision.Points, Fraction.Of(50, 3), ReasonCode.EvidenceMissing),
                        ["A.2"] = new(VerdictDecision.NotApplicable, null, ReasonCode.OutsideTheRemit),
                    },
                },
                Entrant("hoang-sa", "Hoàng Sa") with { Ranked = false },
            ])],
        };
    }

    private static Entrant Entrant(string code, string name, params (string Figure, string Value)[] figures) => new()
    {
        Agency = code,
        Name = new(name, name),
        Ranked = true,
        Provenance = figures.ToDictionary(figure => figure.Figure, _ => Provenance.Illustrative, StringComparer.Ordinal),
        Figures = figures.ToDictionary(figure => figure.Figure, figure => figure.Value, StringComparer.Ordinal),
        Decisions = new Dictionary<string, PublishedDecision>(StringComparer.Ordinal),
    };
}

using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>A small publication of three wards.</summary>
internal static class SampleEdition
{
    public static PublishedEdition Of()
    {
        var criteria = CriteriaFile.Read(AuditorFiles.Wards).Require();
        return new PublishedEdition
        {
            Tenant = "danang",
            Year = 2025,
            Number = 1,
            PublishedAt = new DateTimeOffset(2026, 3, 31, 1, 2, 3, TimeSpan.Zero),
            AuditHead = new string('0', 64),
            Illustrative = true,
            Groups = [Computation.Of("wards", new("Khối phường, xã", "Wards"), criteria,
            [
                Entrant("hai-chau", "Hải Châu", ("received", "1000"), ("online", "500"), ("portal", "yes")),
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
        Illustrative = true,
        Figures = figures.ToDictionary(one => one.Figure, one => one.Value, StringComparer.Ordinal),
        Decisions = new Dictionary<string, PublishedDecision>(StringComparer.Ordinal),
    };
}

using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Publishing;

/// <summary>From the rows of an assessment to what is published of it.</summary>
internal static class Entrants
{
    public static Entrant Of(WholeAssessment whole, CriteriaSet set, IReadOnlyDictionary<string, Bilingual> names)
    {
        var entrant = Drafted(whole, set, names);
        return entrant.IsLeftOut(set.Method) ? WithoutDrafts(entrant) : entrant;
    }

    /// <summary>With what is typed and not handed in yet: for the office's trials, never for a table.</summary>
    public static Entrant AsTyped(WholeAssessment whole, CriteriaSet set, IReadOnlyDictionary<string, Bilingual> names) =>
        Drafted(whole, set, names) with { Submission = Submission.Submitted };

    /// <summary>What an agency typed and never submitted is its own: where it is left out, nothing of it is published.</summary>
    private static Entrant WithoutDrafts(Entrant entrant) => new()
    {
        Agency = entrant.Agency,
        Name = entrant.Name,
        Parent = entrant.Parent,
        ParentName = entrant.ParentName,
        Ranked = entrant.Ranked,
        Submission = entrant.Submission,
        Figures = new Dictionary<string, string>(StringComparer.Ordinal),
        Decisions = new Dictionary<string, PublishedDecision>(StringComparer.Ordinal),
    };

    private static Entrant Drafted(WholeAssessment whole, CriteriaSet set, IReadOnlyDictionary<string, Bilingual> names)
    {
        var (assessment, figures) = (whole.Assessment, whole.Figures);
        var declared = Values(figures, entry => entry.Declared);
        return new()
        {
            Agency = assessment.Agency,
            Name = names[assessment.Agency],
            Parent = assessment.Parent,
            ParentName = assessment.Parent is null ? null : names[assessment.Parent],
            Ranked = assessment.Ranked,
            Submission = assessment.IsHandedIn ? Submission.Submitted : Submission.NotSubmitted,
            Declared = declared,
            Answered = AnsweredIn(whole, set, declared),
            // The same where nobody corrected anything, so that it is read once.
            Figures = figures.All(entry => string.Equals(entry.InForce, entry.Declared, StringComparison.Ordinal))
                ? declared
                : Values(figures, entry => entry.InForce),
            Corrections = figures.Where(entry => entry.Correction is not null)
                .ToDictionary(entry => entry.Figure, entry => entry.Correction.GetValueOrDefault(), StringComparer.Ordinal),
            Provenance = ProvenanceOf(figures),
            Decisions = VerdictsInForce.Of(whole.Verdicts).ToDictionary(
                verdict => verdict.Key,
                verdict => new PublishedDecision(
                    verdict.Value.Decision, verdict.Value.Points is { } points ? (Fraction)points : null, verdict.Value.Reason),
                StringComparer.Ordinal),
        };
    }

    /// <summary>The same figures and sentences that the form's own points rest on.</summary>
    private static SortedSet<string> AnsweredIn(WholeAssessment whole, CriteriaSet set, Dictionary<string, string> declared)
    {
        if (whole.Clarifications.Count == 0)
            return new(StringComparer.Ordinal);
        var form = EntryForm.Of(set, whole.Assessment.Agency);
        var doubts = Doubts.Of(form, FigureReadings.Of(set.Figures, figure => declared.GetValueOrDefault(figure.Code)).Values, last: null);
        return new(
            Doubts.Answered(form, doubts, whole.Clarifications.ToDictionary(said => said.Doubt, StringComparer.Ordinal)),
            StringComparer.Ordinal);
    }

    private static Dictionary<string, Provenance> ProvenanceOf(IEnumerable<EnteredFigure> figures) => figures
        .Where(entry => (entry.Declared ?? entry.InForce) is not null && entry.Provenance != Provenance.Agency)
        .ToDictionary(entry => entry.Figure, entry => entry.Provenance, StringComparer.Ordinal);

    private static Dictionary<string, string> Values(IReadOnlyList<EnteredFigure> entries, Func<EnteredFigure, string?> value)
    {
        var values = new Dictionary<string, string>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (value(entry) is { } text)
                values.Add(entry.Figure, text);
        }

        return values;
    }
}

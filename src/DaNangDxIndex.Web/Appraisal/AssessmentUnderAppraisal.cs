using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>Loads what every act of appraisal needs: the assessment, its edition, and the criteria it is held to.</summary>
public sealed class AssessmentUnderAppraisal(DxIndexDb db, CriteriaInForce criteria)
{
    public sealed record Found(Assessment Assessment, Edition Edition, Scorer Scorer)
    {
        public CriteriaSet Criteria => Scorer.Set;

        /// <summary>The first round is 1; what is appraised after it is closed belongs to the second.</summary>
        public int Round => Edition.Stage is EditionStage.Review || Assessment.State is AssessmentState.Explained or AssessmentState.Reopened ? Edition.Rounds : 1;
    }

    public async Task<Found?> FindAsync(int year, string agency, CancellationToken ct)
    {
        if (await db.Set<Assessment>().SingleOrDefaultAsync(one => one.Year == year && one.Agency == agency, ct) is not { } assessment)
            return null;
        var edition = await db.Set<Edition>().SingleAsync(one => one.Year == year, ct);
        return await criteria.ScorerAsync(year, assessment.Group, ct) is { } scorer ? new Found(assessment, edition, scorer) : null;
    }
}

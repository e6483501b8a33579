using DaNangDxIndex.Agencies;
using DaNangDxIndex.Amendments;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Commitments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Editions.Preparation;
using DaNangDxIndex.Notices;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.Corrections;
using DaNangDxIndex.Publishing.Findings;
using DaNangDxIndex.Surveys;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Database;

/// <summary>
/// The tables and their keys; the tenant that begins every key in the database is not seen here. All else follows from
/// conventions: names, enums as words, texts in both languages, versions. A table that needs more has a mapping class with its feature.
/// </summary>
internal static class Tables
{
    /// <summary>Of a group's criteria file, computed by the database; only for queries.</summary>
    public const string CriteriaDigest = nameof(CriteriaDigest);

    public static void AddTo(ModelBuilder model)
    {
        model.Entity<Agency>().HasKey(agency => agency.Code);
        model.Entity<Agency>().Ignore(agency => agency.Contact).Ignore(agency => agency.Place);
        model.Entity<AgencyBefore>().HasKey(before => new { before.Agency, before.Until });
        model.Entity<LineageAct>().HasKey(act => act.Number);
        model.Entity<Edition>().HasKey(edition => edition.Year);
        // Two plain columns: a query of its own words (FOR UPDATE) cannot read an optional text in both languages.
        model.Entity<Edition>().Ignore(edition => edition.Document);
        model.Entity<Edition>().Ignore(edition => edition.Calendar);
        model.Entity<Participant>().HasKey(participant => new { participant.Year, participant.Agency });
        model.Entity<EditionGroup>().HasKey(group => new { group.Year, group.Code });
        model.Entity<EditionGroup>().Property<string?>(CriteriaDigest).ValueGeneratedOnAddOrUpdate();
        model.Entity<Series>().HasKey(series => series.Code);
        model.Entity<ImportedTier>().HasKey(tier => new { tier.Year, tier.Code });
        model.Entity<ImportedStanding>().HasKey(standing => new { standing.Year, standing.Group, standing.Agency });
        model.Entity<ImportedTierCount>().HasKey(count => new { count.Year, count.Group, count.Tier });
        model.Entity<Source>().HasKey(source => source.Code);
        model.Entity<PrintedFigure>().HasKey(figure => figure.Number);
        model.Entity<PrintedFigure>().Ignore(figure => figure.Value).Ignore(figure => figure.Words)
            .Ignore(figure => figure.Measured);
        model.Entity<Amendment>().HasKey(amendment => new { amendment.Year, amendment.Number });
        model.Entity<Amendment>().Ignore(amendment => amendment.Document);
        model.Entity<Assessment>().HasKey(assessment => new { assessment.Year, assessment.Agency });
        model.Entity<Reopening>().HasKey(reopening => new { reopening.Year, reopening.Agency, reopening.Number });
        model.Entity<FigureEntry>().HasKey(entry => new { entry.Year, entry.Agency, entry.Figure });
        model.Entity<Approval>().HasKey(approval => new { approval.Year, approval.Agency, approval.Act });
        model.Entity<Clarification>().HasKey(said => new { said.Year, said.Agency, said.Doubt });
        model.Entity<FormPart>().HasKey(part => new { part.Year, part.Agency, part.Component });
        model.Entity<Notice>().HasKey(notice => notice.Id);
        model.Entity<Letter>().HasKey(letter => letter.Id);
        model.Entity<Reminder>().HasKey(reminder => new { reminder.Year, reminder.Agency, reminder.Day });
        model.Entity<NotApplicableRequest>().HasKey(request => new { request.Year, request.Agency, request.Criterion });
        model.Entity<StoredFile>().HasKey(file => file.Digest);
        model.Entity<Piece>().HasKey(piece => piece.Id);
        model.Entity<PieceRevision>().HasKey(revision => new { revision.Piece, revision.Number });
        model.Entity<PieceRevision>().Ignore(revision => revision.Cited);
        model.Entity<Attachment>().HasKey(attachment => attachment.Id);
        model.Entity<ReasonWithoutEvidence>().HasKey(reason => new { reason.Year, reason.Agency, reason.Criterion });
        model.Entity<SurveySample>().HasKey(sample => new { sample.Year, sample.Agency, sample.Figure });
        model.Entity<Verdict>().HasKey(verdict => new { verdict.Year, verdict.Agency, verdict.Criterion, verdict.Round });
        model.Entity<Assignment>().HasKey(assignment => new { assignment.Year, assignment.Group, assignment.Criterion });
        model.Entity<Sample>().HasKey(sample => sample.Year);
        model.Entity<Reading>().HasKey(reading => new { reading.Year, reading.Agency, reading.Criterion, reading.ReadBy });
        model.Entity<Reading>().Ignore(reading => reading.ExactShare);
        model.Entity<Message>().HasKey(message => new { message.Year, message.Agency, message.Criterion, message.Number });
        model.Entity<Reply>().HasKey(reply => new { reply.Year, reply.Agency, reply.Criterion });
        model.Entity<Publication>().HasKey(publication => new { publication.Year, publication.Number });
        model.Entity<Acknowledgement>()
            .HasKey(acknowledgement => new { acknowledgement.Year, acknowledgement.Digest, acknowledgement.Kind, acknowledgement.By });
        model.Entity<ScorecardCode>().HasKey(code => code.Code);
        model.Entity<CorrectionDraft>().HasKey(draft => draft.Year);
        model.Entity<DraftedChange>().HasKey(change => new { change.Year, change.Agency, change.Figure, change.Criterion });
        model.Entity<Withdrawal>().HasKey(withdrawal => new { withdrawal.Year, withdrawal.Number });
        model.Entity<Commitment>().HasKey(commitment => new { commitment.Year, commitment.Agency, commitment.Number });
        model.Entity<ReviewRequest>().HasKey(request => new { request.Year, request.Number });
        model.Entity<Withdrawal>().Ignore(withdrawal => withdrawal.Document);
    }
}

using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// An act that came after the deadline of its kind: entering after entry has closed, replying after the replies, deciding after the
/// last day of the appraisal. The moment of the deadline itself is late already: entry that closes at 17:00 takes nothing at 17:00.
/// </summary>
/// <param name="Deadline">The edition's own, whatever was granted to the one agency.</param>
public sealed record LateAct(LateAct.Phase Of, DateTimeOffset Deadline, LateAct.Leave By)
{
    private const string AddedLater = "evidence.attach-later";

    private static readonly string[] Entering =
    [
        "figure.declare", "figure.confirm-joined", "figure.clarify", "assessment.answer-return",
        "evidence.attach", AddedLater, "evidence.detach", "evidence.say-why-none",
        "criterion.ask-not-applicable", "criterion.withdraw-not-applicable", "assessment.submit", "assessment.recall",
        "assessment.extend", "assessment.return", "assessment.take-back-record", "edition.amend",
    ];

    private static readonly string[] Replying =
        ["reply.write", "reply.drop", "assessment.explain", "assessment.recall-replies", AddedLater];

    private static readonly string[] Judging =
    [
        "verdict.decide", "verdict.accept-remaining", "reading.agree", "reading.settle", "figure.accept", "figure.correct", "figure.load",
        "assessment.close-round", "assessment.close-round-two", "assessment.close-reopened", "assessment.ask-to-reopen",
        "assessment.withdraw-reopening", "assessment.reopen",
    ];

    public enum Phase
    {
        Entry,
        Replies,
        Appraisal,
    }

    /// <summary>By which leave it came late.</summary>
    public enum Leave
    {
        None,

        /// <summary>Within the agency's own, later deadline.</summary>
        Extended,

        /// <summary>The assessment had been given back to be completed, and its last day had not passed.</summary>
        GivenBack,

        /// <summary>Evidence for what was handed in, as anybody may add it, marked as added later: with a reply, or to an answer.</summary>
        AddedLater,
    }

    /// <summary>All verbs that are bound to some deadline.</summary>
    public static IReadOnlyList<string> Verbs { get; } = [.. Entering.Concat(Replying).Concat(Judging).Distinct(StringComparer.Ordinal)];

    /// <summary>When the phase closes by the calendar; null where it names no day, or the edition has no such phase.</summary>
    public static DateTimeOffset? DeadlineOf(Phase phase, Calendar calendar) => phase switch
    {
        Phase.Entry => calendar.EntryClosesAt,
        Phase.Replies => calendar.Rounds == 2 ? calendar.RepliesCloseAt : null,
        Phase.Appraisal => (calendar.Rounds == 2 ? calendar.ReviewEndsOn : calendar.AppraisalEndsOn) is { } day
            ? VietNamTime.EndOf(day).ToUniversalTime()
            : null,
    };

    /// <param name="extendedTo">The agency's own deadline, where it has one.</param>
    /// <param name="completesBy">Until when the assessment was given back; null for not at all.</param>
    /// <returns>Null for what came in time, or is bound to no deadline.</returns>
    public static LateAct? Find(
        string verb, DateTimeOffset at, Calendar calendar, DateTimeOffset? extendedTo, DateTimeOffset? completesBy)
    {
        // The last deadline that the act has missed: what comes after the replies came after entry too.
        foreach (var (phase, verbs) in new[] { (Phase.Appraisal, Judging), (Phase.Replies, Replying), (Phase.Entry, Entering) })
        {
            if (verbs.Contains(verb, StringComparer.Ordinal) && DeadlineOf(phase, calendar) is { } deadline && at >= deadline)
                return new(phase, deadline, phase != Phase.Entry ? Leave.None
                    : at < extendedTo ? Leave.Extended
                    : at < completesBy ? Leave.GivenBack
                    : verb == AddedLater ? Leave.AddedLater
                    : Leave.None);
        }

        return null;
    }
}

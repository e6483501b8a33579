using System.Globalization;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Publishing.Corrections;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What bounds each list in an answer of the API, by the name of the answer in docs/openapi.json and the place in it. A new list is named
/// here with its bound, or is given in pages.
/// </summary>
internal static class ListsInAnswers
{
    /// <summary>So many at once, and where the next begin: "next" stands beside it.</summary>
    public const string Paged = "a page";

    /// <summary>One a year, and corrections, each of which two people sign.</summary>
    private const string Years = "years and their versions";

    /// <summary>The agencies of an edition or group: 93 in Da Nang, 353 measured.</summary>
    private const string Agencies = "agencies of an edition";

    /// <summary>Figures, criteria, parts and sources of one set of criteria, whose file is a body of one megabyte at most.</summary>
    private const string Method = "a set of criteria";

    /// <summary>Values that a program's own type lists: roles, acts, tiers.</summary>
    private const string Kinds = "kinds that the program knows";

    /// <summary>What the request itself brought, which is bounded as a body or a file.</summary>
    private const string Sent = "what was sent";

    /// <summary>The figures that a correction changes are bounded; each stands in a few sums and ratios.</summary>
    private const string Doubted = "doubts about changed figures";

    public static readonly IReadOnlyDictionary<string, string> Bounds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AccountsAnswer items"] = Paged,
        ["AccountsAnswer items[].roles"] = Kinds,
        ["AccountsAnswerItem roles"] = Kinds,
        ["AccountsAnswerMade account.roles"] = Kinds,
        ["AmendingControllerTrial moved"] = Agencies,
        ["AmendmentsAnswer items"] = Years,
        ["AmendmentsAnswer items[].changes"] = Method,
        ["AmendmentsAnswer items[].changesEn"] = Method,
        ["AmendmentsAnswer items[].moved"] = Agencies,
        ["AssessmentControllerAnswer allowed"] = Kinds,
        ["AssessmentControllerAnswer parts"] = Method,
        ["AssessmentControllerAnswer selfAssessed.criteria"] = Method,
        ["AssessmentControllerAnswer toMend{}"] = Method,
        ["AttachmentsControllerShown "] = Method,
        ["AttachmentsControllerShown [].evidence"] = Of(Attachment.MostOfCriterion),
        ["CodeAnswer result.components"] = Method,
        ["CodeAnswer result.criteria"] = Method,
        ["CodeAnswer since.criteria"] = Method,
        ["ConversationAnswer "] = Method,
        ["ConversationAnswer [].messages"] = Of(Message.Most),
        ["ConversationAnswer messages"] = Of(Message.Most),
        ["CorrectionAnswer changes"] = Of(CorrectionRules.MostChanges),
        ["CorrectionAnswer doubts"] = Doubted,
        ["CorrectionAnswer moved"] = Agencies,
        ["CorrectionAnswer moved[].criteria"] = Method,
        ["EditionsAnswer items"] = Years,
        ["EditionsAnswer items[].groups"] = Of(EditionGroup.Most),
        ["EvidenceControllerShown "] = Of(FolderRules.MostPieces),
        ["FiguresControllerReading "] = Sent,
        ["FiguresControllerStored "] = Method,
        ["FiguresLoadControllerAnswer faults"] = Sent,
        ["FormFileControllerAnswer answers"] = Sent,
        ["FormFileControllerAnswer differences"] = Sent,
        ["FormFileControllerAnswer doubts"] = Sent,
        ["FormFileControllerAnswer faults"] = Sent,
        ["OwnResultAnswer criteria"] = Method,
        ["OwnResultAnswer criteria[].corrections"] = Method,
        ["OwnResultAnswer reopenings"] = Method,
        ["PreparationAnswer calendar.reminders"] = Of(Editions.Calendar.MostReminders),
        ["PreparationAnswer groups"] = Of(EditionGroup.Most),
        ["PreparationAnswer lacks"] = Agencies,
        ["PreparationAnswer participants"] = Agencies,
        ["PrintedAnswer items"] = Agencies,
        ["RepliesControllerAnswer allowed"] = Kinds,
        ["RepliesControllerAnswer replies"] = Method,
        ["RepliesControllerAnswer replies[].claims{}"] = Method,
        ["RepliesControllerAnswer replies[].evidence"] = Of(Attachment.MostOfCriterion),
        ["ReviewsAnswer items"] = $"{Of(ReviewRules.Most)} of an agency",
        ["SavedFigure criteria"] = Method,
        ["SavedFigure doubts"] = Method,
        ["ScorecardAnswer components"] = Method,
        ["ScorecardAnswer components[].criteria"] = Method,
        ["ScorecardAnswer components[].criteria[].corrections"] = Method,
        ["ScorecardAnswer components[].criteria[].figures"] = Method,
        ["ScorecardAnswer footnotes"] = Method,
        ["ScorecardAnswer pillars"] = Method,
        ["ShownAnswer "] = Method,
        ["ShownDoubt "] = Method,
        ["StandingsAnswer components"] = Method,
        ["StandingsAnswer items"] = Agencies,
        ["StandingsAnswer items[].components"] = Method,
        ["StandingsAnswer sources"] = Method,
        ["StandingsAnswer tierCountsBefore{}"] = Kinds,
        ["StandingsAnswer tierCountsProvenance{}"] = Kinds,
        ["StandingsAnswer tierCounts{}"] = Kinds,
        ["TargetsAnswer items"] = Method,
        ["TargetsAnswer items[].actual"] = Years,
        ["TargetsAnswer items[].groups"] = Of(EditionGroup.Most),
        ["TargetsLoadControllerAnswer faults"] = Sent,
        ["VerdictsControllerAnswer criteria"] = Method,
        ["VerdictsControllerAnswer figures"] = Method,
        ["VerdictsControllerAnswer waiting"] = Method,
        ["VersionsAnswer items"] = Years,
        ["VersionsAnswer items[].correction.changes"] = Of(CorrectionRules.MostChanges),
        ["VersionsAnswer items[].correction.moved"] = Agencies,
        ["VersionsAnswer items[].correction.moved[].criteria"] = Method,
    };

    /// <summary>Files, by their type, and what bounds them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["*/*"] = "evidence as it was sent: 20 MB, given in parts",
        ["application/pdf"] = "one agency, or those of an edition",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "a set of criteria, or the tables of an edition",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = "the agencies of an edition",
        ["application/zip"] = "an edition, whose bundle is refused above its bounds",
        ["text/csv"] = "an edition; the points of all years are written while they are sent",
    };

    private static string Of(int most) => most.ToString(CultureInfo.InvariantCulture);
}

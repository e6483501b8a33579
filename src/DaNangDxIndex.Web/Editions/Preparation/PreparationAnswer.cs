using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>An edition in preparation as programs read it: what is set, and everything that is lacking before it opens.</summary>
/// <param name="Version">Sent as If-Match with the next change.</param>
/// <param name="Known">Sent on opening where something is lacking that does not forbid it; it says what the office knew.</param>
public sealed record PreparationAnswer(
    int Year, EditionStage Stage, int Version, PreparationAnswer.Days Calendar, IReadOnlyList<PreparationAnswer.Group> Groups,
    IReadOnlyList<PreparationAnswer.Partaker> Participants, IReadOnlyList<PreparationAnswer.Lacking> Lacks, string Known)
{
    /// <param name="Rounds">1 or 2.</param>
    /// <param name="EntryCloses">The last day of entry; with an hour in <paramref name="EntryClosesAt"/> until then.</param>
    /// <param name="EntryClosesAt">The moment at which entry ends; goes before the day.</param>
    /// <param name="RepliesEnd">With two rounds only.</param>
    /// <param name="ReviewEnds">With two rounds only.</param>
    /// <param name="Reminders">Days before the end of entry.</param>
    /// <param name="ReviewDays">For how many days after publication requests for review are taken.</param>
    public sealed record Days(
        int Rounds, DateOnly? EntryOpens, DateOnly? EntryCloses, DateTimeOffset? EntryClosesAt, DateOnly? AppraisalEnds,
        DateOnly? RepliesEnd, DateOnly? ReviewEnds, DateOnly? Publishes, IReadOnlyList<int>? Reminders, int? ReviewDays);

    /// <param name="Members">Who is in it, where that differs from its name.</param>
    /// <param name="Criteria">How many criteria it has; null while it has none, or they cannot be read.</param>
    /// <param name="Mark">Tells one text of its criteria from another; empty while there is none.</param>
    public sealed record Group(string Code, string Name, string NameEn, string Members, string MembersEn, int? Criteria, string Mark);

    public sealed record Partaker(string Agency, string Group, bool Ranked);

    /// <param name="Blocks">False where the office may open all the same, knowing it.</param>
    public sealed record Lacking(PreparationStep Step, string? Group, bool Blocks, string Sentence);

    internal static PreparationAnswer Of(PreparedEdition all, DateTimeOffset now)
    {
        var readiness = Readiness.Of(all, now);
        return new(
            all.Edition.Year, all.Edition.Stage, all.Edition.Version, DaysOf(all.Edition.Calendar),
            [.. all.Groups.Select(prepared => new Group(
                prepared.Group.Code, prepared.Group.Name.Vi, prepared.Group.Name.En, prepared.Group.Members.Vi,
                prepared.Group.Members.En, prepared.Criteria?.Set?.Criteria.Count(), prepared.Group.CriteriaMark))],
            [.. all.Participants.OrderBy(participant => participant.Agency, StringComparer.Ordinal)
                .Select(participant => new Partaker(participant.Agency, participant.Group, participant.Ranked))],
            [.. readiness.Lacks.Select(lack => new Lacking(lack.Step, lack.Group, lack.Blocks, lack.Sentence.ForReader()))],
            readiness.Digest);
    }

    /// <summary>The calendar that was sent; days of a second round that there is not are not read.</summary>
    internal static Editions.Calendar Read(Days days) => new()
    {
        Rounds = days.Rounds == 2 ? 2 : 1,
        EntryOpensOn = days.EntryOpens,
        EntryClosesAt = days.EntryClosesAt?.ToUniversalTime()
            ?? (days.EntryCloses is { } last ? Text.VietNamTime.EndOf(last).ToUniversalTime() : null),
        AppraisalEndsOn = days.AppraisalEnds,
        RepliesEndOn = days.Rounds == 2 ? days.RepliesEnd : null,
        ReviewEndsOn = days.Rounds == 2 ? days.ReviewEnds : null,
        PublishesOn = days.Publishes,
        ReminderDays = [.. (days.Reminders ?? []).OrderDescending()],
        ReviewDays = days.ReviewDays ?? Editions.Calendar.UsualReviewDays,
    };

    private static Days DaysOf(Editions.Calendar calendar) => new(
        calendar.Rounds, calendar.EntryOpensOn, calendar.EntryClosesOn, calendar.EntryClosesAt, calendar.AppraisalEndsOn,
        calendar.RepliesEndOn, calendar.ReviewEndsOn, calendar.PublishesOn, calendar.ReminderDays, calendar.ReviewDays);
}

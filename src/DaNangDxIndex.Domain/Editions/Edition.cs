using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions.Preparation;

namespace DaNangDxIndex.Editions;

/// <summary>One year's index: stage and calendar. Its method stands in the criteria file of each <see cref="EditionGroup"/>.</summary>
public sealed class Edition(int year, EditionStage stage, int rounds, DateOnly inForceOn)
{
    /// <summary>The year that is assessed (not the year of publication).</summary>
    public int Year { get; private set; } = year;

    public EditionStage Stage { get; private set; } = stage;

    /// <summary>1 or 2 rounds of appraisal; with 1 there is neither explanation nor review.</summary>
    public int Rounds { get; private set; } = rounds;

    /// <summary>Agencies in force on this day take part.</summary>
    public DateOnly InForceOn { get; private set; } = inForceOn;

    /// <summary>End of entry, exclusive; null while no deadline is set.</summary>
    public DateTimeOffset? EntryClosesAt { get; private set; }

    /// <summary>Where imported results come from ("press"); null for computed editions.</summary>
    public string? Provenance { get; private set; }

    /// <summary>True when points, figures or results are made for demonstration; every table and document says so.</summary>
    public bool Illustrative { get; private set; }

    /// <summary>Code of the <see cref="Series"/> it belongs to.</summary>
    public string Series { get; private set; } = Editions.Series.DigitalTransformation.Code;

    /// <summary>The document that made imported results known ("Thông báo số 123/TB-UBND"), where one is known.</summary>
    public Bilingual? Document => DocumentVi is { } vi && DocumentEn is { } en ? new(vi, en) : null;

    public string? DocumentVi { get; private set; }

    public string? DocumentEn { get; private set; }

    /// <summary>First day of entry as planned; opening is an act of the office.</summary>
    public DateOnly? EntryOpensOn { get; private set; }

    public DateOnly? AppraisalEndsOn { get; private set; }

    /// <summary>Last day of replies; null with one round.</summary>
    public DateOnly? RepliesEndOn { get; private set; }

    /// <summary>End of the second round as planned; null with one round.</summary>
    public DateOnly? ReviewEndsOn { get; private set; }

    public DateOnly? PublishesOn { get; private set; }

    /// <summary>End of replies, exclusive; null while no day is set.</summary>
    public DateTimeOffset? RepliesCloseAt => Calendar.RepliesCloseAt;

    /// <summary>Whoever's first round is closed now can still reply to it.</summary>
    public bool TakesReplies => Rounds == 2 && Stage is (EditionStage.Open or EditionStage.Appraisal or EditionStage.Explanation);

    /// <summary>See <see cref="Calendar.ReminderDays"/>.</summary>
    public IReadOnlyList<int> ReminderDays { get; private set; } = [];

    /// <summary>See <see cref="Calendar.ReviewDays"/>.</summary>
    public int ReviewDays { get; private set; } = Calendar.UsualReviewDays;

    public int Version { get; private set; }

    public Calendar Calendar => new()
    {
        ReviewDays = ReviewDays,
        Rounds = Rounds,
        EntryOpensOn = EntryOpensOn,
        EntryClosesAt = EntryClosesAt,
        AppraisalEndsOn = AppraisalEndsOn,
        RepliesEndOn = RepliesEndOn,
        ReviewEndsOn = ReviewEndsOn,
        PublishesOn = PublishesOn,
        ReminderDays = ReminderDays,
    };

    public Edition Of(string series, Bilingual? document)
    {
        Series = series;
        (DocumentVi, DocumentEn) = (document?.Vi, document?.En);
        return this;
    }

    public Edition Scheduled(DateTimeOffset? entryClosesAt, string? provenance, bool illustrative)
    {
        EntryClosesAt = entryClosesAt;
        Provenance = provenance;
        Illustrative = illustrative;
        return this;
    }

    /// <summary>A calendar without faults.</summary>
    public void Take(Calendar calendar)
    {
        (EntryOpensOn, EntryClosesAt) = (calendar.EntryOpensOn, calendar.EntryClosesAt);
        (Rounds, RepliesEndOn, ReviewEndsOn) = (calendar.Rounds, calendar.RepliesEndOn, calendar.ReviewEndsOn);
        (AppraisalEndsOn, PublishesOn, ReminderDays) = (calendar.AppraisalEndsOn, calendar.PublishesOn, calendar.ReminderDays);
        ReviewDays = calendar.ReviewDays;
        Version++;
    }

    /// <summary>Something that belongs to it has changed: whoever has an older page open is told.</summary>
    public void Edited() => Version++;

    /// <summary>Criteria, groups and participants are free only until the edition opens.</summary>
    /// <exception cref="RuleViolation"><c>edition.not-in-preparation</c></exception>
    public void RequireInPreparation()
    {
        if (Stage != EditionStage.Drafting)
            throw new RuleViolation("edition.not-in-preparation", new(
                $"Kỳ đánh giá năm {Year} đã mở, nội dung này không sửa trực tiếp được. Lập bản sửa đổi có số, ngày văn bản.",
                $"The {Year} assessment has been opened, and this can no longer be changed directly. "
                + "Record an amendment with its document."));
    }

    /// <summary>The office opens the edition for entry.</summary>
    /// <param name="seen">Digest of what the office knew to be lacking.</param>
    /// <exception cref="RuleViolation">
    /// <c>edition.not-office</c>, <c>edition.not-in-preparation</c>, <c>edition.lacks</c>, <c>edition.lacks-changed</c>
    /// </exception>
    public void Open(Actor actor, Readiness readiness, string seen)
    {
        RequireOffice(actor);
        RequireInPreparation();
        readiness.RequireReady(seen);
        Stage = EditionStage.Open;
        Version++;
    }

    /// <summary>
    /// The stage after this one, or null when there is none to move on to by hand (opening and publishing have their own acts).
    /// </summary>
    public EditionStage? Next => Stage switch
    {
        EditionStage.Drafting => null,
        EditionStage.Open => EditionStage.Appraisal,
        EditionStage.Appraisal => Rounds == 1 ? EditionStage.Final : EditionStage.Explanation,
        EditionStage.Explanation => EditionStage.Review,
        EditionStage.Review => EditionStage.Final,
        EditionStage.Final => null,
        EditionStage.Published => null,
        EditionStage.Imported => null,
    };

    /// <summary>The office moves the edition on when every assessment is ready for the next stage.</summary>
    /// <param name="from">The stage that was on screen; a second click does not move two stages.</param>
    /// <param name="actor">Somebody of the standing office.</param>
    /// <param name="obstacle">What stands in the way of the next stage, or null; see <c>StageReadiness</c>.</param>
    /// <exception cref="RuleViolation">
    /// <c>edition.not-office</c>, <c>edition.moved-meanwhile</c>, <c>edition.last-stage</c>, and what stands in the way
    /// </exception>
    public void MoveOn(EditionStage from, Actor actor, Func<EditionStage, RuleViolation?> obstacle)
    {
        RequireOffice(actor);
        if (from != Stage)
            throw new ChangedMeanwhile("edition.moved-meanwhile", new(
                "Kỳ đánh giá vừa được chuyển giai đoạn. Kiểm tra lại nội dung trang.",
                "The stage has just been changed. Check this page again."));
        var next = Next ?? throw new RuleViolation("edition.last-stage", new(
            "Kỳ đánh giá không còn giai đoạn nào để chuyển tiếp; việc còn lại là công bố.",
            "There are no further stages; the results can now be published."));
        if (obstacle(next) is { } notYet)
            throw notYet;
        Stage = next;
        Version++;
    }

    /// <summary>Called by the act of publishing, which freezes the results first.</summary>
    /// <exception cref="RuleViolation"><c>edition.not-final</c></exception>
    public void Publish()
    {
        RequireFinal();
        Stage = EditionStage.Published;
        Version++;
    }

    /// <exception cref="RuleViolation"><c>edition.not-final</c></exception>
    public void RequireFinal()
    {
        if (Stage != EditionStage.Final)
            throw new RuleViolation("edition.not-final", new(
                "Chỉ công bố khi tất cả hồ sơ đã có kết quả thẩm định cuối cùng. "
                + "Cần kết thúc thẩm định và chuyển sang giai đoạn “Chờ công bố” trước.",
                "Results are published only when every assessment is final. "
                + "Close the appraisal and move to the stage “Ready to publish” first."));
    }

    private static void RequireOffice(Actor actor)
    {
        if (!actor.Is(Role.Office))
            throw new RuleViolation("edition.not-office", new(
                "Chỉ cơ quan thường trực được chuyển giai đoạn.", "Only the standing office can move to the next stage."));
    }
}

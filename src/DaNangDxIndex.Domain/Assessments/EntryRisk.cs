using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Assessments;

/// <summary>Why an agency may not submit in time, the gravest first; a later one is told only where no earlier one holds.</summary>
public enum EntryRisk
{
    /// <summary>Its own deadline has passed.</summary>
    Overdue,

    /// <summary>Nothing is entered, and nobody of the agency who enters or approves has chosen a password.</summary>
    NoSignIn,

    /// <summary>Given back by the lead appraiser, and not handed in again.</summary>
    Returned,

    /// <summary>Nothing is entered, <see cref="EntryRisks.UntouchedDays"/> days before the deadline or later.</summary>
    Untouched,

    /// <summary>Something is missing, <see cref="EntryRisks.BehindDays"/> days before the deadline or later.</summary>
    Behind,

    /// <summary>All is entered and nobody has signed it, <see cref="EntryRisks.UnsignedDays"/> days before the deadline or later.</summary>
    Unsigned,

    None,
}

/// <summary>The deadline against what is missing.</summary>
public static class EntryRisks
{
    public const int UntouchedDays = 30;
    public const int BehindDays = 14;
    public const int UnsignedDays = 3;

    /// <param name="canSignIn">Somebody of the agency who enters or approves has a password.</param>
    public static EntryRisk Of(Assessment assessment, Edition edition, int filled, int of, bool canSignIn, DateTimeOffset now)
    {
        if (assessment.State is not (AssessmentState.Entering or AssessmentState.AwaitingApproval or AssessmentState.Returned))
            return EntryRisk.None;
        var left = assessment.ClosesAt(edition) - now;
        if (left <= TimeSpan.Zero && !assessment.IsBeingCompleted)
            return EntryRisk.Overdue;
        if (!canSignIn && filled == 0)
            return EntryRisk.NoSignIn;
        if (assessment.IsBeingCompleted)
            return EntryRisk.Returned;
        return filled switch
        {
            0 when left <= TimeSpan.FromDays(UntouchedDays) => EntryRisk.Untouched,
            _ when filled < of && left <= TimeSpan.FromDays(BehindDays) => EntryRisk.Behind,
            _ when filled >= of && left <= TimeSpan.FromDays(UnsignedDays) => EntryRisk.Unsigned,
            _ => EntryRisk.None,
        };
    }

    public static Bilingual InWords(this EntryRisk risk) => risk switch
    {
        EntryRisk.Overdue => new("Quá hạn, chưa nộp", "Overdue"),
        EntryRisk.NoSignIn => new("Chưa ai đặt mật khẩu", "Nobody has signed in yet"),
        EntryRisk.Returned => new("Được trả lại, chưa nộp lại", "Returned, not resubmitted"),
        EntryRisk.Untouched => new(
            $"Chưa nhập, còn không quá {UntouchedDays} ngày",
            $"Nothing entered, {UntouchedDays} days or fewer left"),
        EntryRisk.Behind => new($"Còn thiếu, còn không quá {BehindDays} ngày", $"Figures missing, {BehindDays} days or fewer left"),
        EntryRisk.Unsigned => new($"Chưa duyệt, còn không quá {UnsignedDays} ngày", $"Not approved, {UnsignedDays} days or fewer left"),
        EntryRisk.None => new("–", "–"),
    };
}

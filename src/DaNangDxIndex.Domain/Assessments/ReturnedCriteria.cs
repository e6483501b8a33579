using System.Collections.Frozen;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Criteria that the lead appraiser's return, or the approver's sending back, names, each with what is to be mended in it; and what the
/// agency has changed for it since.
/// </summary>
public static class ReturnedCriteria
{
    /// <summary>The longest sentence to one criterion, in characters.</summary>
    public const int LongestReason = 1000;

    public static IReadOnlyDictionary<string, string> None { get; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What the agency still has to mend, by criterion; the approver's word where both name one.</summary>
    public static IReadOnlyDictionary<string, string> ToMend(Assessment assessment)
    {
        if (!assessment.Owes)
            return None;
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (criterion, reason) in assessment.Returned.Concat(assessment.SentBack))
            named[criterion] = reason;
        return named;
    }

    /// <summary>What the agency says to the lead appraiser's last return of a criterion; null where it has said nothing to it.</summary>
    public static AnswerToReturn? AnswerTo(Assessment assessment, string criterion) =>
        assessment.Returned.ContainsKey(criterion) && assessment.Answers.GetValueOrDefault(criterion) is { IsOfEarlierReturn: false } answer
            ? answer
            : null;

    /// <summary>As they are typed: what is blank names nothing.</summary>
    /// <exception cref="RuleViolation"><c>assessment.criterion-unknown</c></exception>
    public static IReadOnlyDictionary<string, string> Read(IEnumerable<KeyValuePair<string, string?>> typed, EntryForm form)
    {
        var asked = form.Lines.Select(line => line.Criterion.Code).ToHashSet(StringComparer.Ordinal);
        var named = typed.Where(pair => !string.IsNullOrWhiteSpace(pair.Value))
            .ToDictionary(pair => pair.Key, pair => pair.Value?.Trim() ?? "", StringComparer.Ordinal);
        return named.Keys.FirstOrDefault(code => !asked.Contains(code)) is { } unknown
            ? throw new RuleViolation("assessment.criterion-unknown", new(
                $"Hồ sơ của cơ quan này không có tiêu chí {unknown}.", $"The form of this agency has no criterion {unknown}."))
            : named;
    }

    /// <summary>All that was said, for a notice: the note, then each criterion with its sentence.</summary>
    public static string? Told(string? note, IReadOnlyDictionary<string, string> criteria) =>
        new[] { note }.Concat(criteria.Select(pair => $"{pair.Key}: {pair.Value}")).OfType<string>()
            .ToList() is { Count: > 0 } parts
            ? string.Join("; ", parts)
            : null;

    /// <param name="named">By criterion what was to be mended.</param>
    /// <param name="before">What was declared when they were named; null where it is not known any more.</param>
    public static IReadOnlyList<Answer> Answers(
        IReadOnlyDictionary<string, string> named, Declaration? before, Declaration now, CriteriaSet set)
    {
        var changes = before?.ChangesTo(now) ?? [];
        return
        [
            .. from criterion in set.Criteria
               where named.ContainsKey(criterion.Code)
               select new Answer(
                   criterion, named[criterion.Code],
                   [.. changes.Where(change => Concerns(change, criterion, set)).Select(change => change.Of).Distinct()])
               {
                   Said = now.Answers.GetValueOrDefault(criterion.Code),
               },
        ];
    }

    private static bool Concerns(Declaration.Change change, Criterion criterion, CriteriaSet set) => change.Of switch
    {
        Declaration.ChangeOf.Figure => criterion.Figures.Contains(change.Code, StringComparer.Ordinal),
        Declaration.ChangeOf.Request or Declaration.ChangeOf.Evidence or Declaration.ChangeOf.Answer =>
            string.Equals(change.Code, criterion.Code, StringComparison.Ordinal),
        // "above:files-online~files-received", or a whole component: "same:online-services".
        Declaration.ChangeOf.Clarification => change.Code.Split(':', '~', '+')[1..] is var subject
            && (Array.TrueForAll(subject, part => criterion.Figures.Contains(part.TrimStart('-'), StringComparer.Ordinal))
                || subject.Contains(set.ComponentOf(criterion.Code)?.Code, StringComparer.Ordinal)),
    };

    /// <param name="Reason">What was to be mended.</param>
    /// <param name="By">What has changed since; empty where nothing has.</param>
    public sealed record Answer(Criterion Criterion, string Reason, IReadOnlyList<Declaration.ChangeOf> By)
    {
        /// <summary>The agency's sentence, which may be older than what it now stands beside; null where there is none.</summary>
        public string? Said { get; init; }

        /// <summary>It was answered in words, and what was declared stands as it was.</summary>
        public bool IsSaidAlone => By is [Declaration.ChangeOf.Answer];
    }
}

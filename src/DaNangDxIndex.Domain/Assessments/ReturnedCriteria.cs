namespace DaNangDxIndex.Assessments;

/// <summary>
/// Criteria that the lead appraiser's return, or the approver's sending back, names by their codes ("Tiêu chí 6.3: …"), while the agency
/// still has to mend them.
/// </summary>
public static class ReturnedCriteria
{
    public static IReadOnlySet<string> Of(Assessment assessment, EntryForm form) =>
        assessment.Owes && assessment is { Note: { } note, NoteOf: AssessmentVerb.Return or AssessmentVerb.SendBack }
            ? form.Lines.Select(line => line.Criterion.Code).Where(code => Names(note, code)).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>(StringComparer.Ordinal);

    /// <summary>As a word of its own: "1.1" does not stand in "11.1", "1.12" or "1.1.2"; the full stop of a sentence may follow.</summary>
    public static bool Names(string note, string code)
    {
        for (var at = note.IndexOf(code, StringComparison.Ordinal); at >= 0; at = note.IndexOf(code, at + 1, StringComparison.Ordinal))
        {
            var after = note.AsSpan(at + code.Length);
            var goesOn = after is [var next, ..] && (char.IsLetterOrDigit(next) || (next is '.' or '-' && after is [_, var second, ..]
                && char.IsLetterOrDigit(second)));
            if (!goesOn && (at == 0 || !(char.IsLetterOrDigit(note[at - 1]) || note[at - 1] is '.' or '-')))
                return true;
        }

        return false;
    }
}

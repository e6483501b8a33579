using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// The approver gives parts of the form to colleagues, gives them anew, or takes them back; all of what was asked for, or nothing.
/// </summary>
public sealed class DivideForm(DxIndexDb db, AssessmentSheets sheets, FormParts parts, Notify notify, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, IReadOnlyList<AskedPart> Parts);

    /// <param name="Component">Its code.</param>
    /// <param name="Holder">Null takes the part back, or leaves it with nobody.</param>
    /// <param name="Due">The last day as it was typed.</param>
    /// <param name="Version">Of the part that was on screen; 0 where it was given to nobody.</param>
    public sealed record AskedPart(string Component, Guid? Holder, string? Due, int Version);

    /// <param name="Faults">By field, "Holders[A]" or "Days[A]"; where there are any nothing was kept.</param>
    public sealed record Outcome(AssessmentSheet Sheet, IReadOnlyDictionary<string, Bilingual> Faults);

    /// <returns>Null where there is no such assessment.</returns>
    /// <exception cref="ChangedMeanwhile">A part that is to change is no longer what was on screen.</exception>
    /// <exception cref="RuleViolation"><c>part.not-approver</c>, and those of <see cref="AssessmentRules"/> for entering</exception>
    public async Task<Outcome?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var now = clock.GetUtcNow();
        if (FormPartRules.Refusal(sheet.Assessment, sheet.Edition, actor, now) is { } refusal)
            throw refusal;
        var stored = await db.Set<FormPart>().Where(part => part.Year == command.Year && part.Agency == command.Agency)
            .ToDictionaryAsync(part => part.Component, StringComparer.Ordinal, ct);
        var colleagues = await parts.Colleagues(command.Agency).ToDictionaryAsync(account => account.Id, account => account.FullName, ct);
        var faults = new Dictionary<string, Bilingual>(StringComparer.Ordinal);
        foreach (var wanted in command.Parts.Where(wanted => IsAsked(sheet, wanted)))
        {
            var part = stored.GetValueOrDefault(wanted.Component);
            if (IsAsItStands(wanted, part))
                continue;
            ChangedMeanwhile.RequireSame(wanted.Version, part?.Version ?? 0);
            if (wanted.Holder is { } holder)
                Give(act, sheet, wanted, part, holder, colleagues.GetValueOrDefault(holder), actor, now, faults);
            else if (part is not null)
                TakeBack(act, sheet, part);
        }
        if (faults.Count > 0)
            return new(sheet, faults);
        await TellAsync(sheet, now, ct);
        await act.KeepAsync(ct);
        return new(sheet, faults);
    }

    /// <summary>Each holder hears once of all that this person was given now.</summary>
    private async Task TellAsync(AssessmentSheet sheet, DateTimeOffset now, CancellationToken ct)
    {
        var given = db.ChangeTracker.Entries<FormPart>().Select(entry => entry.Entity).Where(part => part.GivenAt == now)
            .ToLookup(part => part.Holder);
        var (year, agency) = (sheet.Assessment.Year, sheet.Assessment.Agency);
        foreach (var own in given)
        {
            var named = sheet.Form.Components.Join(
                own, component => component.Code, part => part.Component, (component, part) => (component.Name, part.Due),
                    StringComparer.Ordinal).ToList();
            await notify.PersonAsync(new(
                own.Key, NoticeKind.PartGiven, $"parts/{year}/{agency}/{now.Ticks}", NoticePath.Assessment(year, agency),
                NoticeInWords.PartGiven(year, named)), ct);
        }
    }

    private static bool IsAsked(AssessmentSheet sheet, AskedPart wanted) =>
        sheet.Form.Components.Any(component => string.Equals(component.Code, wanted.Component, StringComparison.Ordinal));

    private static bool IsAsItStands(AskedPart wanted, FormPart? part) =>
        part is null ? wanted.Holder is null : wanted.Holder == part.Holder && TypedDate.Read(wanted.Due).Day == part.Due;

    private void Give(
        Act act, AssessmentSheet sheet, AskedPart wanted, FormPart? part, Guid holder, string? name, Actor actor, DateTimeOffset now,
        Dictionary<string, Bilingual> faults)
    {
        var typed = TypedDate.Read(wanted.Due);
        if (name is null)
            faults[$"Holders[{wanted.Component}]"] = FormPartRules.HolderFault;
        if (typed.Day is not { } due)
            faults[$"Days[{wanted.Component}]"] = typed.Refusal ?? throw new InvalidOperationException("Neither a day nor a refusal.");
        else if (FormPartRules.DueFault(due, sheet.Assessment, sheet.Edition, now) is { } fault)
            faults[$"Days[{wanted.Component}]"] = fault;
        else if (name is not null)
        {
            var before = part is null ? null : Shown(part);
            var given = part ?? new FormPart(sheet.Assessment.Year, sheet.Assessment.Agency, wanted.Component);
            given.Give(holder, due, actor.Account, now);
            if (part is null)
                db.Add(given);
            act.Tell("part.give", Subject(sheet, given), before, new { given.Holder, name, due = Iso(due) });
        }
    }

    private void TakeBack(Act act, AssessmentSheet sheet, FormPart part)
    {
        db.Remove(part);
        act.Tell("part.take-back", Subject(sheet, part), Shown(part), null);
    }

    private static object Shown(FormPart part) => new { part.Holder, due = Iso(part.Due), part.DoneAt };

    private static string Subject(AssessmentSheet sheet, FormPart part) => $"{sheet.Subject}/components/{part.Component}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

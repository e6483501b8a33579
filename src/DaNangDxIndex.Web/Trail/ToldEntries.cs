using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Trail;

/// <summary>Tells entries with the names of what they are about, looked up together.</summary>
public sealed class ToldEntries(DxIndexDb db, CriteriaInForce criteria, IStringLocalizer<TrailTexts> texts)
{
    private sealed record Names(
        IReadOnlyDictionary<string, string> Agencies, IReadOnlyDictionary<Guid, string> Accounts, ILookup<int, CriteriaSet> Sets);

    public async Task<IReadOnlyList<ToldEntry>> OfAsync(IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var subjects = entries.Select(entry => (Entry: entry, Subject: AuditSubject.Of(entry.Subject))).ToList();
        var names = await NamesAsync([.. subjects.Select(pair => pair.Subject)], ct);
        return [.. subjects.Select(pair => Tell(pair.Entry, pair.Subject, names))];
    }

    private ToldEntry Tell(AuditEntry entry, AuditSubject subject, Names names)
    {
        var (set, figure) = FigureOf(subject, names);
        // Whoever signs in, or changes the own password, is named once.
        var told = subject.Account is not null && subject.Account == entry.AccountId ? "" : ObjectOf(subject, names);
        return new(entry, ActInWords.Of(entry.Verb).ForReader(), told, new ValuesInWords(texts, set, figure).Of(entry));
    }

    private string ObjectOf(AuditSubject subject, Names names)
    {
        var criterion = CriterionOf(subject, names);
        string?[] parts =
        [
            Said("Figure", FigureOf(subject, names).Figure?.Name.ForReader() ?? subject.Figure),
            Said("Criterion", criterion is null ? subject.Criterion : $"{criterion.Code} {criterion.Name.ForReader()}"),
            Said("Component", subject.Component is { } component ? NameOf(component, subject, names) : null),
            Said("Group", subject.Group),
            subject.Account is { } account ? names.Accounts.GetValueOrDefault(account, account.ToString()) : null,
            subject.Agency is { } agency ? names.Agencies.GetValueOrDefault(agency, agency) : null,
            Said("Edition", subject.Year?.ToString(CultureInfo.InvariantCulture)),
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    private string? Said(string kind, string? name) => name is null ? null : texts["Object." + kind, name].Value;

    private static (CriteriaSet? Set, Figure? Figure) FigureOf(AuditSubject subject, Names names) =>
        subject is not { Year: { } year, Figure: { } code } ? (null, null) : names.Sets[year]
            .Select(set => (Set: (CriteriaSet?)set, Figure: set.Figure(code))).FirstOrDefault(found => found.Figure is not null);

    private static Criterion? CriterionOf(AuditSubject subject, Names names) => subject is not { Year: { } year, Criterion: { } code }
        ? null
        : names.Sets[year].Select(set => set.Criterion(code)).FirstOrDefault(found => found is not null);

    private static string NameOf(string component, AuditSubject subject, Names names) => (subject.Year is { } year ? names.Sets[year] : [])
        .SelectMany(set => set.Components).FirstOrDefault(known => known.Code == component)?.Name.ForReader() ?? component;

    private async Task<Names> NamesAsync(IReadOnlyList<AuditSubject> subjects, CancellationToken ct)
    {
        var agencies = subjects.Select(subject => subject.Agency).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var accounts = subjects.Select(subject => subject.Account).OfType<Guid>().Distinct().ToList();
        var years = subjects.Where(subject => (subject.Figure ?? subject.Criterion ?? subject.Component) is not null)
            .Select(subject => subject.Year).OfType<int>().Distinct().ToList();
        var groups = await db.Set<EditionGroup>().AsNoTracking().Where(group => years.Contains(group.Year) && group.CriteriaFile != null)
            .OrderBy(group => group.Position).ToListAsync(ct);
        return new(
            (await db.Set<Agency>().AsNoTracking().Where(agency => agencies.Contains(agency.Code)).ToListAsync(ct))
                .ToDictionary(agency => agency.Code, agency => agency.Name.ForReader(), StringComparer.Ordinal),
            await db.Set<Account>().AsNoTracking().Where(account => accounts.Contains(account.Id))
                .ToDictionaryAsync(account => account.Id, account => account.FullName, ct),
            groups.ToLookup(group => group.Year, group => criteria.ScorerOf(group.CriteriaFile ?? "").Set));
    }
}

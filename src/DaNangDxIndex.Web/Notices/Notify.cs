using System.Text.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>
/// Tells people of a change, in the transaction of the change itself: neither is ever there without the other. Told twice, the second time
/// is nothing.
/// </summary>
public sealed class Notify(DxIndexDb db, TimeProvider clock)
{
    /// <param name="Key">See <see cref="Notice.Key"/>.</param>
    public sealed record ToAgency(string Agency, NoticeKind Kind, string Key, string Path, Bilingual Sentence);

    public sealed record ToPerson(Guid Account, NoticeKind Kind, string Key, string Path, Bilingual Sentence);

    /// <summary>Those of each agency who enter or approve.</summary>
    public Task AgenciesAsync(IReadOnlyCollection<ToAgency> told, CancellationToken ct) =>
        AgenciesAsync(told, [Role.Assessor, Role.Approver], ct);

    public Task AgenciesAsync(IReadOnlyCollection<ToAgency> told, IReadOnlyCollection<Role> roles, CancellationToken ct) =>
        AgenciesAsync(told, roles, clock.GetUtcNow(), ct);

    public async Task AgenciesAsync(IReadOnlyCollection<ToAgency> told, IReadOnlyCollection<Role> roles, DateTimeOffset now,
        CancellationToken ct)
    {
        if (told.Count == 0)
            return;
        string[] agencies = [.. told.Select(notice => notice.Agency)], kinds = [.. told.Select(notice => Word(notice.Kind))],
            keys = [.. told.Select(notice => notice.Key)];
        string[] paths = [.. told.Select(notice => notice.Path)], vi = [.. told.Select(notice => notice.Sentence.Vi)],
            en = [.. told.Select(notice => notice.Sentence.En)];
        string[] held = [.. roles.Select(role => role.Code())];
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO notice (id, account_id, kind, key, path, sentence_vi, sentence_en, at)
            SELECT gen_random_uuid(), account.id, told.kind, told.key, told.path, told.vi, told.en, {now}
            FROM unnest({agencies}, {kinds}, {keys}, {paths}, {vi}, {en}) AS told (agency, kind, key, path, vi, en)
            JOIN account ON account.agency_code = told.agency AND NOT account.disabled AND account.roles && {held}
            ON CONFLICT DO NOTHING
            """, ct);
    }

    public Task AppraisersAsync(ToAgency told, CancellationToken ct) => OthersAsync(told, [Role.Appraiser, Role.LeadAppraiser], ct);

    /// <summary>Everybody with one of the roles but those of the agency that it is about.</summary>
    public async Task OthersAsync(ToAgency told, IReadOnlyCollection<Role> roles, CancellationToken ct)
    {
        var (now, kind) = (clock.GetUtcNow(), Word(told.Kind));
        string[] held = [.. roles.Select(role => role.Code())];
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO notice (id, account_id, kind, key, path, sentence_vi, sentence_en, at)
            SELECT gen_random_uuid(), account.id, {kind}, {told.Key}, {told.Path}, {told.Sentence.Vi}, {told.Sentence.En}, {now}
            FROM account
            WHERE NOT account.disabled AND account.roles && {held} AND account.agency_code IS DISTINCT FROM {told.Agency}
            ON CONFLICT DO NOTHING
            """, ct);
    }

    public async Task PersonAsync(ToPerson told, CancellationToken ct)
    {
        var (now, kind) = (clock.GetUtcNow(), Word(told.Kind));
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO notice (id, account_id, kind, key, path, sentence_vi, sentence_en, at)
            VALUES (gen_random_uuid(), {told.Account}, {kind}, {told.Key}, {told.Path}, {told.Sentence.Vi}, {told.Sentence.En}, {now})
            ON CONFLICT DO NOTHING
            """, ct);
    }

    private static string Word(NoticeKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}

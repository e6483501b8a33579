using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// What was drawn to be judged twice, for the lead appraiser: how far it has come, where the two differ, and how far they agree on each
/// criterion and appraiser by appraiser. Of a pair of which only one has been read nothing is told but that.
/// </summary>
public sealed class AgreementView(DxIndexDb db, AppraisalQueue queue)
{
    /// <param name="Drawn">Criteria of agencies on the bench, the own agency's left out.</param>
    /// <param name="Read">Of them by both.</param>
    /// <param name="Differing">Where the lead has to decide.</param>
    public sealed record Content(
        Sample? Sample, int Drawn, int Read, IReadOnlyList<Difference> Differing,
        IReadOnlyList<(string Name, Agreement Agreement)> Criteria, IReadOnlyList<(string Name, Agreement Agreement)> Appraisers);

    public sealed record Difference(AppraisalSheet Sheet, Criterion Criterion, Pair Pair);

    private sealed record Drawn(AppraisalSheet Sheet, Criterion Criterion, Pair Pair);

    /// <returns>Null where there is no such edition.</returns>
    public async Task<Content?> FindAsync(int year, Actor actor, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        if (await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(edition => edition.Year == year, ct) is not { } edition)
            return null;
        var sample = await db.Set<Sample>().AsNoTracking().SingleOrDefaultAsync(sample => sample.Year == year && sample.Percent > 0, ct);
        List<Drawn> drawn = sample is null ? [] : [.. (await queue.SheetsAsync(edition, ct)).SelectMany(group => group)
            .Where(sheet => !actor.BelongsTo(sheet.Assessment.Agency)).SelectMany(DrawnOf)];
        var read = drawn.Where(judged => judged.Pair.IsRead).ToList();
        var names = await NamesAsync(read, ct);
        return new(
            sample, drawn.Count, read.Count,
            [.. read.Where(judged => judged.Pair.Differs && judged.Sheet.Pairs.OpenOn(judged.Criterion) is not null)
                .Select(judged => new Difference(judged.Sheet, judged.Criterion, judged.Pair))],
            [.. read.GroupBy(judged => (judged.Sheet.Assessment.Group, judged.Criterion.Code)).Select(same => (
                $"{same.First().Criterion.Code} {same.First().Criterion.Name.ForReader()} ({same.First().Sheet.Criteria.Name.ForReader()})",
                Agreement.Of([.. same.Select(judged => (judged.Pair.InForce[0], judged.Pair.InForce[1]))])))],
            [.. read.SelectMany(judged => BothWays(judged.Pair)).GroupBy(pair => pair.First.ReadBy)
                .Select(same => (names.GetValueOrDefault(same.Key, "–"), Agreement.Of([.. same])))
                .OrderBy(reader => reader.Item1, VietnameseOrder.Names)]);
    }

    private static IEnumerable<Drawn> DrawnOf(AppraisalSheet sheet) =>
        from criterion in sheet.Criteria.Criteria
        where criterion.Rule is not null
        let pair = sheet.Pairs.On(criterion)
        where pair is not null
        select new Drawn(sheet, criterion, pair);

    /// <summary>Each of the two is compared with the other.</summary>
    private static IEnumerable<(Reading First, Reading Second)> BothWays(Pair pair) =>
        [(pair.InForce[0], pair.InForce[1]), (pair.InForce[1], pair.InForce[0])];

    private async Task<Dictionary<Guid, string>> NamesAsync(List<Drawn> read, CancellationToken ct)
    {
        var people = read.SelectMany(drawn => drawn.Pair.InForce.Select(reading => reading.ReadBy)).Distinct().ToList();
        return people.Count == 0 ? [] : await db.Set<Account>().AsNoTracking().Where(account => people.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.FullName, ct);
    }
}

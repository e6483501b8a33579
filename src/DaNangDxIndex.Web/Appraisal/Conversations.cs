using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>Loads questions and answers.</summary>
public sealed class Conversations(DxIndexDb db)
{
    public async Task<Conversation> OnAsync(int year, string agency, string criterion, CancellationToken ct) => new(
        criterion, await Of(year, agency).Where(message => message.Criterion == criterion).ToListAsync(ct));

    /// <summary>All of one agency.</summary>
    public async Task<IReadOnlyList<Conversation>> OfAsync(int year, string agency, CancellationToken ct) =>
        [.. (await Of(year, agency).ToListAsync(ct)).GroupBy(message => message.Criterion, StringComparer.Ordinal)
            .Select(thread => new Conversation(thread.Key, [.. thread]))];

    private IQueryable<Message> Of(int year, string agency) => db.Set<Message>().AsNoTracking()
        .Where(message => message.Year == year && message.Agency == agency).OrderBy(message => message.Number);
}

using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Documents;

/// <summary>The office goes back to the product's own template.</summary>
public sealed class DropTemplate(DxIndexDb db, Acts acts)
{
    /// <returns>False where the product's own is in use already.</returns>
    public async Task<bool> HandleAsync(TemplateKind kind, Actor actor, CancellationToken ct)
    {
        TemplateRules.RequireOffice(actor);
        await using var act = await acts.BeginAsync(ct);
        if (await db.Set<DocumentTemplate>().SingleOrDefaultAsync(template => template.Kind == kind, ct) is not { } present)
            return false;
        db.Remove(present);
        await act.KeepAsync(
            "template.drop", $"templates/{kind}".ToLowerInvariant(), new { file = present.FileName, present.Digest }, null, ct);
        return true;
    }
}

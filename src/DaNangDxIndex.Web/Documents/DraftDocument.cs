using DaNangDxIndex.Database;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Wordprocessing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Documents;

/// <summary>Fills the tenant's template, or the product's own, from a version.</summary>
public sealed class DraftDocument(DxIndexDb db, CurrentTenant tenant, PublicAddress address)
{
    public async Task<byte[]> WriteAsync(DocumentedVersion version, TemplateKind kind, CancellationToken ct)
    {
        var own = await db.Set<DocumentTemplate>().AsNoTracking().SingleOrDefaultAsync(template => template.Kind == kind, ct);
        var page = address.Of($"/{tenant.Required.Slug}/vi/editions/{version.Edition.Year}?version={version.Edition.Number}");
        return DocxTemplate.Open(own?.Content ?? ProductTemplate.Of(kind))
            .Fill(TemplateField.Fill(new(version, kind, tenant.Required.Letterhead, page)));
    }
}

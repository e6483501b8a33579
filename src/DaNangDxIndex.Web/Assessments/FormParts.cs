using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>The parts of an agency's form that were given to somebody, in the order of the form, each with how far it is.</summary>
public sealed class FormParts(DxIndexDb db, TimeProvider clock)
{
    /// <param name="Holder">Name; null where the holder no longer enters figures for the agency, and the part is nobody's.</param>
    public sealed record Part(FormPart Given, Component Component, string? Holder, FormPartState State, int Filled, int Asked)
    {
        public bool IsDone => State == FormPartState.Done;

        public string Name => Component.Name.ForReader();

        public int Blank => Asked - Filled;
    }

    public async Task<IReadOnlyList<Part>> OfAsync(AssessmentSheet sheet, CancellationToken ct)
    {
        var (year, agency, now) = (sheet.Assessment.Year, sheet.Assessment.Agency, clock.GetUtcNow());
        var given = await (
            from part in db.Set<FormPart>().AsNoTracking()
            join holder in Colleagues(agency) on part.Holder equals holder.Id into here
            from holder in here.DefaultIfEmpty()
            where part.Year == year && part.Agency == agency
            select new { Part = part, Holder = holder == null ? null : holder.FullName }).ToListAsync(ct);
        return
        [
            .. sheet.Form.Components.Join(
                given, component => component.Code, held => held.Part.Component,
                (component, held) => Of(component, held.Part, held.Holder), StringComparer.Ordinal),
        ];

        Part Of(Component component, FormPart part, string? holder)
        {
            var asked = sheet.Form.LinesOf(component).SelectMany(line => line.Asked).ToList();
            var changed = asked.Select(figure => sheet.Entries.GetValueOrDefault(figure.Code)?.DeclaredAt).Max();
            return new(part, component, holder, part.StateOf(holder is not null, changed, now), sheet.FilledAmong(asked), asked.Count);
        }
    }

    /// <summary>Those to whom a part can be given: who enters figures for the agency.</summary>
    public IQueryable<Account> Colleagues(string agency)
    {
        var assessor = Role.Assessor.Code();
        return db.Set<Account>().AsNoTracking()
            .Where(account => account.AgencyCode == agency && !account.Disabled && account.Roles.Contains(assessor));
    }
}

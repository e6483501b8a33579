using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Assessments.ByFile;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Measured;

/// <summary>An edition of 93 communes and 60 criteria beside the demo's: six components of ten ratios, 66 figures of each agency.</summary>
internal sealed class LargeYear(IServiceProvider services)
{
    public const int Year = 2061;
    public const string Group = "communes";
    public const int Communes = 93;

    public IReadOnlyList<string> Agencies { get; private set; } = [];

    public async Task AddAsync() => Agencies = await InTenantAsync(async at =>
    {
        var db = at.GetRequiredService<DxIndexDb>();
        var agencies = await db.Set<Assessment>().Where(assessment => assessment.Year == 2025 && assessment.Group == "wards")
            .OrderBy(assessment => assessment.Agency).Take(Communes).Select(assessment => assessment.Agency).ToListAsync();
        db.Add(new Edition(Year, EditionStage.Open, 1, new(Year, 12, 31)).Scheduled(DateTimeOffset.UtcNow.AddDays(30), null, true));
        db.Add(new EditionGroup(Year, Group, 1, MeasuredCriteria.Of(Year, Group, components: 6)).Named(new("Khối xã", "Communes")));
        await db.SaveChangesAsync();
        db.AddRange(agencies.Select(agency => new Assessment(Year, agency, Group, null, true, AssessmentState.Entering)));
        await db.SaveChangesAsync();
        return agencies;
    });

    /// <summary>The agency's template with all its figures filled in.</summary>
    public Task<byte[]> FileAsync(string agency, int seed) => InTenantAsync(async at =>
    {
        var sheet = (await at.GetRequiredService<AssessmentSheets>().FindAsync(Year, agency, default)).ShouldNotBeNull();
        var random = new Random(seed);
        return FilledForm.With(
            at.GetRequiredService<FormWorkbook>().Write(sheet, "vi"),
            [.. sheet.Form.Asked.Select(figure => (figure.Code, (object?)(decimal)(
                figure.Code.StartsWith("whole", StringComparison.Ordinal) ? 100 : random.Next(40, 100))))]);
    });

    public Task ImportAsync(string agency, byte[] file, Guid account) => InTenantAsync(async at =>
    {
        var outcome = await at.GetRequiredService<ImportForm>().HandleAsync(
            new(Year, agency, file, null, new HashSet<string>(StringComparer.Ordinal)), Of(account, agency, Role.Assessor), default);
        return outcome.ShouldNotBeNull().Applied.ShouldNotBeNull();
    });

    public Task SubmitAsync(string agency, Guid account) => InTenantAsync(async at =>
    {
        var sheet = (await at.GetRequiredService<AssessmentSheets>().FindAsync(Year, agency, default)).ShouldNotBeNull();
        var digest = sheet.Declaration(await at.GetRequiredService<ShownEvidence>().OfAsync(Year, agency, default)).Digest;
        return await at.GetRequiredService<Submit>().HandleAsync(new(Year, agency, digest), Of(account, agency, Role.Approver), default);
    });

    public async Task<T> InTenantAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        var tenant = await services.GetRequiredService<Tenants>().FindAsync("da-nang", default);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant.ShouldNotBeNull());
        return await act(scope.ServiceProvider);
    }

    public static Actor Of(Guid account, string? agency, Role role) => new(account, "", new HashSet<Role> { role }, agency);
}

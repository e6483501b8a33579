using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Demo;

/// <summary>
/// Brings the running edition of the demo to the middle of its year: agencies at every state, by the product's own acts, so that trail and
/// digests are true. Not part of <see cref="DemoTenants"/>, which tests take as it is. What a start that was killed has done already is
/// passed over at the next one.
/// </summary>
internal sealed class DemoYear(IServiceProvider services, Tenant tenant, DemoEdition edition)
{
    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var owner = DemoMark.Owner(services);
        if (await DemoMark.IsSetAsync(owner, "da-nang", "demoYear", ct))
            return;
        var tenant = (await services.GetRequiredService<Tenants>().AllAsync(ct)).Single(tenant => tenant.Slug == "da-nang");
        await new DemoYear(services, tenant, DemoEdition.Of("da-nang", 2025)).LoadAsync(ct);
        await DemoMark.SetAsync(owner, "da-nang", "demoYear", ct);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var states = DemoState.Of(edition);
        IReadOnlyDictionary<string, (Actor Assessor, Actor Approver)> people;
        Actor office, lead, appraiser;
        await using (var scope = Enter())
        {
            var db = scope.ServiceProvider.GetRequiredService<DxIndexDb>();
            people = await DemoPeople.AddAsync(scope.ServiceProvider, tenant, states, ct);
            office = await DemoAccounts.ActorAsync(scope.ServiceProvider, DemoAccounts.UserName(Role.Office, tenant.Slug), ct);
            lead = await DemoAccounts.ActorAsync(scope.ServiceProvider, DemoAccounts.UserName(Role.LeadAppraiser, tenant.Slug), ct);
            appraiser = await DemoAccounts.ActorAsync(scope.ServiceProvider, DemoAccounts.UserName(Role.Appraiser, tenant.Slug), ct);
            await FillFolderAsync(scope.ServiceProvider, ct);
            await DemoFigures.CompleteAsync(db, edition, scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow(), ct);
        }
        foreach (var state in states)
        {
            await using var scope = Enter();
            await BringAsync(scope.ServiceProvider, state, people[state.Agency], office, lead, appraiser, ct);
        }
    }

    /// <summary>Whoever signs in as the demo's assessor finds something to attach.</summary>
    private async Task FillFolderAsync(IServiceProvider at, CancellationToken ct)
    {
        var assessor = await DemoAccounts.ActorAsync(at, DemoAccounts.UserName(Role.Assessor, tenant.Slug), ct);
        var agency = await at.GetRequiredService<DxIndexDb>().Set<Agency>().AsNoTracking()
            .SingleAsync(agency => agency.Code == assessor.Agency, ct);
        await DemoEvidence.In(at).FillAsync(agency, assessor, ct);
    }

    private AsyncServiceScope Enter()
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        return scope;
    }

    private async Task BringAsync(
        IServiceProvider at, DemoState state, (Actor Assessor, Actor Approver) people,
        Actor office, Actor lead, Actor appraiser, CancellationToken ct)
    {
        var sheet = await FindAsync(at, state.Agency, ct);
        if (sheet.Assessment is not { State: AssessmentState.Entering, ExtendedTo: null })
            return;
        var (year, agency) = (edition.Year, state.Agency);
        if (state is { State: "extended", Reason: { } why })
            await at.GetRequiredService<ExtendDeadline>().HandleAsync(new(year, agency, LastDayOf(sheet.Edition), why), office, ct);
        if (state.IsAskedForApproval)
        {
            await DemoEvidence.In(at).ShowAsync(sheet, people.Assessor, ct);
            await DemoClarifications.WriteAsync(at, sheet, people.Assessor, ct);
            // With its sentences: what is signed below is all of it.
            sheet = await FindAsync(at, agency, ct);
            await at.GetRequiredService<AskForApproval>().HandleAsync(new(year, agency), people.Assessor, ct);
        }
        if (state.IsSubmitted)
        {
            var before = new Earlier(at.GetRequiredService<TimeProvider>(), TimeSpan.FromDays(state.Days));
            await ActivatorUtilities.CreateInstance<Submit>(at, before).HandleAsync(
                new(year, agency, await DigestAsync(at, sheet, ct)), people.Approver, ct);
        }
        if (state is { State: "returned", Reason: { } reason })
        {
            var lastDay = sheet.Assessment.LastDayOffered(sheet.Edition, at.GetRequiredService<TimeProvider>().GetUtcNow());
            await at.GetRequiredService<ReturnAssessment>().HandleAsync(
                new(year, agency, null, DemoState.Named(reason), lastDay), lead, ct);
        }

        if (state.State is "appraising" or "final")
            await at.GetRequiredService<AcceptRemaining>().HandleAsync(year, agency, null, state.State == "final" ? lead : appraiser, ct);
        if (state.State == "final")
            await DemoRound.CloseAsync(at, year, agency, lead, ct);
    }

    private async Task<AssessmentSheet> FindAsync(IServiceProvider at, string agency, CancellationToken ct) =>
        await at.GetRequiredService<AssessmentSheets>().FindAsync(edition.Year, agency, ct)
            ?? throw new InvalidOperationException($"{agency} is not assessed in {edition.Year}.");

    private static async Task<string> DigestAsync(IServiceProvider at, AssessmentSheet sheet, CancellationToken ct) => sheet
        .Declaration(await at.GetRequiredService<ShownEvidence>().OfAsync(sheet.Assessment.Year, sheet.Agency.Code, ct)).Digest;

    private static DateOnly LastDayOf(Edition running) =>
        VietNamTime.DayOf(running.EntryClosesAt ?? throw new InvalidOperationException("It has a deadline.")).AddDays(10);

    /// <summary>The clock as it stood some time ago.</summary>
    private sealed class Earlier(TimeProvider clock, TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() - by;
    }
}

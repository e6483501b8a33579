using System.Text;
using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Demo;

/// <summary>
/// Winds a demo edition on by one step, so that a visitor sees each: a deadline passes; who is late is recorded and appraisal begins;
/// everything is appraised; the results are published. All but the clock by the product's own acts, with the demo's people.
/// </summary>
internal sealed class DemoWind(IServiceProvider services, Tenant tenant, int year)
{
    public const string Usage = "dx demo advance SLUG YEAR                              winds a demo edition on by one step";

    public static async Task<int?> RunAsync(IServiceProvider services, string[] words)
    {
        if (words is not ["demo", "advance", var slug, var digits] || !int.TryParse(digits, CultureInfo.InvariantCulture, out var year))
            return null;
        var ct = CancellationToken.None;
        await using var owner = DemoMark.Owner(services);
        if (await DemoClock.AdvanceAsync(owner, slug, year, ct) is { } passed)
            return await TellAsync($"{slug} {year}: the deadline of {VietNamTime.Deadline(passed, "en")} has passed.");
        var tenant = (await services.GetRequiredService<Tenants>().AllAsync(ct))
            .FirstOrDefault(tenant => string.Equals(tenant.Slug, slug, StringComparison.Ordinal));
        if (tenant is not null && DemoEdition.All.Any(edition => edition.Year == year && edition.Tenant == slug)
            && await new DemoWind(services, tenant, year).WindAsync(ct) is { } done)
        {
            return await TellAsync($"{slug} {year}: {done}");
        }
        await Console.Error.WriteLineAsync($"Nothing lies ahead in edition {year} of {slug}, or it is no demo.");
        return 2;
    }

    private static async Task<int?> TellAsync(string what)
    {
        await Console.Out.WriteLineAsync(what);
        return 0;
    }

    private async Task<string?> WindAsync(CancellationToken ct)
    {
        switch (await StageAsync(ct))
        {
            case EditionStage.Open:
                await RecordLateAsync(ct);
                await MoveOnAsync(EditionStage.Open, ct);
                return "who is late was recorded as not submitted, and appraisal has begun.";
            case EditionStage.Appraisal:
                await AppraiseAsync(ct);
                await MoveOnAsync(EditionStage.Appraisal, ct);
                return "everything is appraised; the results can be published.";
            case EditionStage.Final:
                await InAsync(async at =>
                {
                    await DemoPublication.PublishAsync(at, tenant, ct);
                    return true;
                });
                return "the results are published.";
            case EditionStage.Drafting or EditionStage.Explanation
                or EditionStage.Review or EditionStage.Published or EditionStage.Imported:
            default:
                return null;
        }
    }

    private Task<EditionStage> StageAsync(CancellationToken ct) => InAsync(at => at.GetRequiredService<DxIndexDb>()
        .Set<Edition>().Where(edition => edition.Year == year).Select(edition => edition.Stage).SingleAsync(ct));

    /// <summary>
    /// Each of the two of the office records the agency of the other; whoever completes a returned assessment is late as well.
    /// </summary>
    private async Task RecordLateAsync(CancellationToken ct)
    {
        foreach (var agency in await AgenciesAsync(
            [AssessmentState.Entering, AssessmentState.AwaitingApproval, AssessmentState.Returned], ct))
        {
            await InAsync(async at => await at.GetRequiredService<RecordNotSubmitted>().HandleAsync(
                new(year, agency, "Hết hạn nộp hồ sơ."), await ForAsync(at, Role.Office, agency, ct), ct));
        }
    }

    private async Task AppraiseAsync(CancellationToken ct)
    {
        foreach (var agency in await AgenciesAsync([AssessmentState.Submitted], ct))
        {
            await InAsync(async at => await ClearPenaltiesAsync(at, agency, ct));
            await InAsync(async at => await at.GetRequiredService<AcceptRemaining>()
                .HandleAsync(year, agency, null, await ForAsync(at, Role.LeadAppraiser, agency, ct), ct));
            await InAsync(async at =>
            {
                await DemoRound.CloseAsync(at, year, agency, await ForAsync(at, Role.LeadAppraiser, agency, ct), ct);
                return true;
            });
        }
    }

    /// <summary>A penalty figure that nobody has given yet is 0: no round closes over a blank one.</summary>
    private async Task<bool> ClearPenaltiesAsync(IServiceProvider at, string agency, CancellationToken ct)
    {
        var sheet = await at.GetRequiredService<AppraisalSheets>().FindAsync(year, agency, ct)
            ?? throw new InvalidOperationException($"{agency} is not assessed.");
        var blank = sheet.Appraised(null).Blocking.SelectMany(code => sheet.Criteria.Criterion(code)?.Figures ?? [])
            .Where(figure => !sheet.Entries.ContainsKey(figure)).Distinct(StringComparer.Ordinal);
        var text = $"agency,figure,value\n{string.Concat(blank.Select(figure => $"{agency},{figure},0\n"))}";
        await at.GetRequiredService<LoadFigures>()
            .HandleAsync(new(year, Encoding.UTF8.GetBytes(text), "penalties.csv"), await ForAsync(at, Role.Office, agency, ct), ct);
        return true;
    }

    private Task MoveOnAsync(EditionStage from, CancellationToken ct) => InAsync(async at =>
        await at.GetRequiredService<MoveEditionOn>().HandleAsync(new(year, from), await ForAsync(at, Role.Office, "", ct), ct));

    private Task<List<string>> AgenciesAsync(AssessmentState[] states, CancellationToken ct) =>
        InAsync(at => at.GetRequiredService<DxIndexDb>()
            .Set<Assessment>().Where(assessment => assessment.Year == year && states.Contains(assessment.State))
            .Select(assessment => assessment.Agency).ToListAsync(ct));

    /// <summary>The demo's person of the role, or the deputy where it is the person's own agency.</summary>
    private async Task<Actor> ForAsync(IServiceProvider at, Role role, string agency, CancellationToken ct)
    {
        var first = await DemoAccounts.ActorAsync(at, DemoAccounts.UserName(role, tenant.Slug), ct);
        return first.BelongsTo(agency) ? await DemoAccounts.ActorAsync(at, DemoAccounts.DeputyName(role, tenant.Slug), ct) : first;
    }

    private async Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        return await act(scope.ServiceProvider);
    }
}

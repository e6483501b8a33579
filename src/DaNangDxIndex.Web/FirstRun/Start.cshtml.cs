using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Editions.Preparation;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.FirstRun;

/// <summary>What a tenant has and what it still lacks on its way to an open edition; each step a page, in any order.</summary>
[Authorize(Policies.SettingUp)]
public sealed class StartModel(
    DxIndexDb db, EditionsInPreparation editions, PreparedEditions prepared,
    CurrentTenant tenant, CurrentAccount account, LinkGenerator links,
    Addresses addresses, TimeProvider clock, IStringLocalizer<FirstRunTexts> texts) : PageModel
{
    public TaskList Tenant { get; private set; } = new(null, []);

    public TaskList Edition { get; private set; } = new(null, []);

    /// <summary>The newest edition in preparation, or null.</summary>
    public int? InPreparation { get; private set; }

    /// <summary>Years of editions that are open already.</summary>
    public IReadOnlyList<int> Running { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = await db.Set<Edition>().AsNoTracking().OrderByDescending(edition => edition.Year).ToListAsync(ct);
        InPreparation = all.FirstOrDefault(edition => edition.Stage == EditionStage.Drafting)?.Year;
        Running = [
            .. all.Where(edition => edition.Stage is not (EditionStage.Drafting or EditionStage.Imported)).Select(edition => edition.Year)];
        Tenant = new(texts["Start.Tenant"], [Texts(), await AgenciesAsync(ct), await AccountsAsync(ct)]);
        Edition = new(texts["Start.Edition"], await StepsAsync(ct));
    }

    private TaskList.Item Texts() => tenant.Required.HasOwnTexts
        ? new(texts["Texts.Title"], addresses.Page("/start/texts"), texts["Ready"], TaskList.Kind.Done, tenant.Required.Name.ForReader())
        : new(
            texts["Texts.Title"], addresses.Page("/start/texts"), texts["ToDo"], TaskList.Kind.ToDo,
            texts["Start.TextsHint", tenant.Required.Letterhead.Issuer.ForReader()]);

    private async Task<TaskList.Item> AgenciesAsync(CancellationToken ct)
    {
        var today = VietNamTime.DayOf(clock.GetUtcNow());
        var present = (await db.Set<Agency>().AsNoTracking().ToListAsync(ct)).Count(agency => agency.Assessed && agency.InForceOn(today));
        return Step("Start.Agencies", account.Is(Role.Office) ? links.GetPathByPage(HttpContext, "/Agencies/Index") : null, present > 0,
            present > 0 ? texts["Start.AgenciesHint", present]
                : texts[account.Is(Role.Office) ? "Start.NoAgencies" : "Start.AgenciesByOffice"]);
    }

    private async Task<TaskList.Item> AccountsAsync(CancellationToken ct)
    {
        var accounts = await db.Set<Account>().AsNoTracking()
            .Where(account => !account.Disabled).Select(account => account.Roles).ToListAsync(ct);
        var missing = RoleRules.NeededToBegin.Where(role => !accounts.Exists(roles => roles.Contains(role.Code()))).ToList();
        return Step("Start.Accounts", account.Is(Role.Administrator) ? addresses.Page("/accounts") : null, missing.Count == 0,
            missing.Count == 0 ? texts["Start.AccountsHint", accounts.Count]
                : texts["Start.RolesMissing", accounts.Count, string.Join(", ", missing.Select(role => texts[$"Role.{role}"].Value))]);
    }

    private async Task<IReadOnlyList<TaskList.Item>> StepsAsync(CancellationToken ct)
    {
        var office = account.Is(Role.Office);
        if (InPreparation is not { } year || await editions.FindAsync(year, ct) is not { } found)
        {
            var hint = texts[office ? "Start.NoEditionHint" : "Start.ByOffice"];
            return [Step("Start.NoEdition", office ? addresses.Page("/editions") : null, false, hint)];
        }

        var readiness = Readiness.Of(await prepared.GatherAsync(found, ct), clock.GetUtcNow());
        PreparationStep[] steps =
        [
            PreparationStep.Groups,
            PreparationStep.Criteria,
            PreparationStep.Participants,
            PreparationStep.Calendar,
            PreparationStep.Units,
        ];
        var open = office ? addresses.Page($"/editions/{year}/office/open") : null;
        return
        [
            .. steps.Select(Prepared),
            Step("Start.Open", open, false, texts["Start.OpenHint", readiness.Blocking.Count()]),
        ];

        TaskList.Item Prepared(PreparationStep step)
        {
            var lacks = readiness.Lacks.Where(lack => lack.Step == step).ToList();
            var hint = lacks.Count > 0 ? lacks[0].Sentence.ForReader() : null;
            return Step($"Step.{step}", office ? addresses.Page(StepPath.Of(step, year)) : null, !lacks.Exists(lack => lack.Blocks), hint);
        }
    }

    /// <param name="href">Null where somebody else does it.</param>
    private TaskList.Item Step(string key, string? href, bool ready, string? hint) => new(
        texts[key], href, texts[ready ? "Ready" : href is null ? "ByOthers" : "ToDo"],
        ready ? TaskList.Kind.Done : href is null ? TaskList.Kind.CannotStart : TaskList.Kind.ToDo, hint);
}

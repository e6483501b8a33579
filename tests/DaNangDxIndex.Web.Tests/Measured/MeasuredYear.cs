using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Measured;

/// <summary>
/// The year of 93 communes and 60 criteria: imported by xlsx, judged down one criterion, accepted, closed, made final. Pages and single
/// judgements over HTTP; acts that belong to another agency, or to all of them, by their use cases in this process.
/// </summary>
internal static class MeasuredYear
{
    private const int Warm = 20;
    private const int Repeats = 20;
    private const string Own = "w25-hai-chau";
    private static readonly string[] Codes =
        [.. Enumerable.Range(1, 6).SelectMany(component => Enumerable.Range(1, 10), (component, number) => $"{component}.{number}")];

    public static async Task PrintAsync(ServedProduct product, ProcessorTime web, ProcessorTime postgres)
    {
        var year = new LargeYear(product.Services);
        await year.AddAsync();
        var here = new ProcessorTime(Environment.ProcessId);
        var (assessor, lead, office) = (await AccountAsync("assessor"), await AccountAsync("leadAppraiser"), await AccountAsync("office"));
        var path = (string of) => $"/da-nang/vi/{of}/{LargeYear.Year}";
        MeasuredPages.PrintHead();

        var files = new List<(string Agency, byte[] File)>();
        foreach (var agency in year.Agencies)
            files.Add((agency, await year.FileAsync(agency, files.Count)));
        await EachAsync("import one file of 66 figures", files, form => year.ImportAsync(form.Agency, form.File, assessor));
        await PageAsync("entry: overview", Role.Assessor, $"{path("assessments")}/{Own}");
        await PageAsync("entry: one component, 11 figures", Role.Assessor, $"{path("assessments")}/{Own}/components/C1");
        await PageAsync("entry: template as xlsx", Role.Assessor, $"{path("assessments")}/{Own}/by-file?handler=Template");
        await PageAsync("entry: check and submit", Role.Approver, $"{path("assessments")}/{Own}/check");
        await EachAsync("submit one form", year.Agencies, agency => year.SubmitAsync(agency, assessor));

        await PageAsync("appraisal: queue by agency", Role.LeadAppraiser, path("appraisal"));
        await PageAsync("appraisal: queue by criterion", Role.LeadAppraiser, $"{path("appraisal")}?by=criterion");
        var down = $"{path("appraisal")}/groups/{LargeYear.Group}/criteria/1.1";
        await PageAsync("appraisal: one criterion down 93 communes", Role.LeadAppraiser, down);
        await PageAsync(
            "appraisal: list before accepting down", Role.LeadAppraiser, down.Replace("criteria", "accept", StringComparison.Ordinal));
        await PageAsync("appraisal: bench of one commune", Role.LeadAppraiser, $"{path("appraisal")}/{Own}");
        await PageAsync("appraisal: round of one commune", Role.LeadAppraiser, $"{path("appraisal")}/{Own}/round");
        await JudgeAsync(product, year, web, postgres, down);
        await EachAsync("accept one criterion at all communes", Codes[1..], code => year.InTenantAsync(at =>
            at.GetRequiredService<AcceptDown>().HandleAsync(
                LargeYear.Year, LargeYear.Group, code, year.Agencies.ToHashSet(StringComparer.Ordinal),
                LargeYear.Of(lead, null, Role.LeadAppraiser), default)));
        await EachAsync("close the round of one commune", year.Agencies, agency => year.InTenantAsync(at =>
            at.GetRequiredService<CloseRound>().HandleAsync(
                LargeYear.Year, agency, LargeYear.Of(lead, null, Role.LeadAppraiser), default)));
        await EachAsync("move the edition on", [EditionStage.Open, EditionStage.Appraisal], from => year.InTenantAsync(at =>
            at.GetRequiredService<MoveEditionOn>().HandleAsync(
                new(LargeYear.Year, from), LargeYear.Of(office, null, Role.Office), default)));
        await PageAsync("agency: own result", Role.Assessor, $"{path("assessments")}/{Own}/result");
        await PageAsync("office: progress", Role.Office, $"{path("editions")}/progress");
        await PageAsync("office: findings", Role.Office, $"{path("editions")}/findings");
        await PageAsync("office: preview of results", Role.Office, $"{path("editions")}/preview");

        Task PageAsync(string name, Role role, string address) =>
            MeasuredPages.PrintRowAsync(product, web, postgres, name, role, address, Warm, Repeats);

        async Task EachAsync<T>(string name, IReadOnlyList<T> all, Func<T, Task> act)
        {
            var at = 0;
            var queries = await Queries.CountAsync("dx", () => act(all[at++]));
            Console.WriteLine($"| {name} | {queries} | {await Cost.OfAsync(here, postgres, all.Count - 1, () => act(all[at++]))} | |");
        }

        Task<Guid> AccountAsync(string name) =>
            TestApp.AskAsync<Guid>(product.Superuser, $"SELECT id FROM account WHERE user_name = '{name}@da-nang.demo'");
    }

    /// <summary>One key each, commune by commune, as the bench sends it.</summary>
    private static async Task JudgeAsync(
        ServedProduct product, LargeYear year, ProcessorTime web, ProcessorTime postgres, string down)
    {
        var session = await product.Web.SignInAsync(Role.LeadAppraiser);
        var token = await session.TokenAsync(down);
        var at = 0;
        var queries = await product.QueriesAsync(session, JudgeOneAsync);
        var cost = await Cost.OfAsync(web, postgres, year.Agencies.Count - at, () => JudgeOneAsync(session));
        Console.WriteLine($"| one judgement down the criterion | {queries} | {cost} | |");

        async Task JudgeOneAsync(Session person)
        {
            using var answer = await person.PostAsync(
                $"{down}/{year.Agencies[at++]}?handler=Verdict", new() { ["Version"] = "0", ["Decision"] = "Accept" }, token);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        }
    }
}

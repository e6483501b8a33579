using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>Accepting several in one act: a list that names each comes first, and what is marked is never on it.</summary>
public sealed class AcceptTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_list_of_one_agency_names_each_criterion_and_what_is_left_with_why()
    {
        var edition = await RunningEdition.AddAsync(app);
        await edition.AskNotApplicableAsync("B.1", "Đơn vị không ban hành kế hoạch riêng");
        var page = await (await app.SignedInAsync(Role.Appraiser)).OpenAsync($"{edition.Bench}/accept");

        page.QuerySelector("input[name=listed]").ShouldNotBeNull().GetAttribute("value").ShouldBe("A.1 B.2 P.1");
        page.QuerySelector("table").ShouldNotBeNull().TextContent.ShouldContain("Hồ sơ trực tuyến");
        var left = page.QuerySelectorAll("main ul li").ShouldHaveSingleItem();
        left.TextContent.ShouldContain("B.1");
        left.TextContent.ShouldContain("đề nghị không áp dụng");
    }

    [Fact]
    public async Task What_was_not_on_the_list_is_not_accepted_and_figures_that_a_marked_criterion_reads_stay_unchecked()
    {
        var edition = await RunningEdition.AddAsync(app);
        await edition.AskNotApplicableAsync("B.1", "Đơn vị không ban hành kế hoạch riêng");
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        using var answer = await lead.PostAsync($"{edition.Bench}/accept", new() { ["listed"] = "A.1 B.1 Z.9" });

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.VerdictsAsync()).Select(verdict => verdict.Criterion).ShouldBe(["A.1"]);
        (await edition.FigureAsync("files-online")).ShouldNotBeNull().Accepted.ShouldBe("50");
        (await edition.FigureAsync("plan")).ShouldNotBeNull().AcceptedAt.ShouldBeNull();
    }

    [Fact]
    public async Task One_criterion_is_accepted_at_every_agency_of_the_list_in_one_act_with_its_own_entry_each()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        using var answer = await lead.SendFormAsync(Accept(edition, "B.1"), [], "form:has([name=listed])");

        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith("accepted=2");
        (await DecidedAsync(edition, "B.1")).ShouldBe([RunningEdition.Third, RunningEdition.Agency], ignoreOrder: true);
        var told = await edition.TrailAsync();
        told.Select(entry => entry.Subject).ShouldBe(
            [$"editions/{edition.Year}/agencies/{RunningEdition.Third}", $"editions/{edition.Year}/agencies/{RunningEdition.Agency}"],
            ignoreOrder: true);
        told.ShouldAllBe(entry => entry.Verb == "verdict.accept-remaining");
        (await edition.FigureAsync("plan")).ShouldNotBeNull().Accepted.ShouldBe("yes");
        (await lead.OpenAsync(answer.Headers.Location.ToString())).Body.ShouldNotBeNull().TextContent
            .ShouldContain("Đã chấp nhận tiêu chí này ở 2 cơ quan.");
    }

    [Fact]
    public async Task An_agency_that_is_marked_is_left_alone_and_named_and_so_is_one_that_was_decided_meanwhile()
    {
        var edition = await RunningEdition.AddAsync(app);
        await edition.AskNotApplicableAsync("B.1", "Đơn vị không ban hành kế hoạch riêng");
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        var page = await lead.OpenAsync(Accept(edition, "B.1"));
        page.QuerySelector("input[name=listed]").ShouldNotBeNull().GetAttribute("value").ShouldBe(RunningEdition.Third);
        page.QuerySelectorAll("main ul li").ShouldHaveSingleItem().TextContent.ShouldContain("đề nghị không áp dụng");

        using var decided = await lead.PostAsync(
            $"{CriterionBenchTests.Down(edition, "B.1")}/{RunningEdition.Third}?handler=Verdict", new()
            {
                ["Version"] = "0", ["Decision"] = "Points", ["Points"] = "1", ["Reason"] = "Other", ["Sentence"] = "Theo tài liệu",
            });
        using var answer = await lead.PostAsync(
            Accept(edition, "B.1"),
            new() { ["listed"] = $"{RunningEdition.Agency} {RunningEdition.Third} {RunningEdition.OfOffice}" });
        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith("accepted=0");
        (await DecidedAsync(edition, "B.1", VerdictDecision.Accept)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_are_accepted_in_a_handful_of_ways_to_the_database()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        var token = await Queries.CountAsync(app, () => lead.OpenAsync("/work"));
        var all = await Queries.CountAsync(app, () => lead.PostAsync(
            Accept(edition, "A.1"), new() { ["listed"] = $"{RunningEdition.Agency} {RunningEdition.Third}" }));

        (await DecidedAsync(edition, "A.1")).Count.ShouldBe(2);
        (all - token).ShouldBeInRange(1, 8);
    }

    private static string Accept(RunningEdition edition, string criterion) => $"/appraisal/{edition.Year}/groups/small/accept/{criterion}";

    private Task<List<string>> DecidedAsync(RunningEdition edition, string criterion, VerdictDecision decision = VerdictDecision.Accept) =>
        app.InDatabaseAsync("da-nang", db => db.Set<Verdict>()
            .Where(verdict => verdict.Year == edition.Year && verdict.Criterion == criterion && verdict.Decision == decision)
            .Select(verdict => verdict.Agency).ToListAsync());
}

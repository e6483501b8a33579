using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Agencies;

/// <summary>
/// The reform of 1 July 2025 while the edition of that year is open: what the old wards had entered is offered to the new one, which states
/// it itself.
/// </summary>
public sealed class MergerInOpenEditionTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Dictionary<string, string> Reform = new(StringComparer.Ordinal)
    {
        ["Input.New[0].NameVi"] = "Ủy ban nhân dân phường mới", ["Input.New[0].NameEn"] = "People’s Committee of the new ward",
        ["Input.New[0].Group"] = "entry-tests", ["Input.New[0].Kind"] = "Ward", ["Input.Day"] = "01/07/2025",
    };

    [Fact]
    public async Task What_becomes_of_each_figure_is_told_first_then_offered_and_counted_only_when_the_heir_states_it()
    {
        var (edition, office) = await BeginAsync("gop");
        var told = await office.RecordAsync("merge", Merge("gop"));

        told.ShouldContain(sentence => sentence.Contains($"Hồ sơ năm {edition.Year} của Phường gop-a kết thúc", StringComparison.Ordinal)
            && sentence.Contains("2 số liệu cộng được, cần xác nhận; 1 số liệu không cộng được, "
                + "Ủy ban nhân dân phường mới nhập lại: Tỷ lệ phủ sóng", StringComparison.Ordinal));
        told.ShouldContain(sentence =>
            sentence.StartsWith("1 tài khoản của Phường gop-a chuyển sang Ủy ban nhân dân phường mới", StringComparison.Ordinal));

        var heir = await app.SignInAsync("nhap-gop-a", DemoAccounts.Password);
        var path = $"/assessments/{edition.Year}/gop-moi";
        var page = await heir.OpenAsync($"{path}/components/A");
        page.GetElementById("Figures_files-received_-left").ShouldNotBeNull()
            .TextContent.ShouldContain("Phường gop-a: 120 hồ sơ; Phường gop-b: 80 hồ sơ. Tổng cần xác nhận: 200 hồ sơ.");
        page.GetElementById("Figures_coverage_-left").ShouldNotBeNull().TextContent.ShouldContain("Không cộng được");
        page.GetElementById("Figures_files-received_").ShouldNotBeNull().GetAttribute("value")
            .ShouldBeNullOrEmpty("nobody states it in its place");
        (await heir.OpenAsync($"{path}/check")).QuerySelector("section.missing:has(#unconfirmed)").ShouldNotBeNull()
            .TextContent.ShouldContain("Có 3 số liệu");

        using var confirmed = await heir.PostAsync(
            $"{path}/components/A?handler=Confirm", new() { ["figure"] = "files-received", ["Sums[files-received]"] = "200" },
                $"{path}/components/A");
        confirmed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await DeclaredAsync(edition, "gop-moi", "files-received")).ShouldBe("200");
        (await heir.OpenAsync($"{path}/components/A")).GetElementById("Figures_files-received_-left").ShouldBeNull();

        var joined = await office.Visitor.OpenAsync($"/editions/{edition.Year}/joined");
        joined.QuerySelector("[role=status]").ShouldNotBeNull()
            .TextContent.ShouldBe("1 số liệu không cộng được, chưa có ai nhập lại; 1 số liệu chờ cơ quan kế thừa xác nhận.");
        await heir.SendFormAsync($"{path}/components/A", new() { ["Figures[coverage]"] = "97" }, "main form");
        (await office.Visitor.OpenAsync($"/editions/{edition.Year}/joined")).QuerySelector("[role=status]").ShouldNotBeNull()
            .TextContent.ShouldStartWith("0 số liệu không cộng được");
        (await app.InDatabaseAsync("da-nang", db => db.Set<AuditEntry>()
            .Where(entry => entry.Subject.StartsWith($"editions/{edition.Year}/") && entry.Verb.Contains("join"))
            .OrderBy(entry => entry.Number).Select(entry => entry.Verb).ToListAsync()))
                .ShouldBe(["assessment.join", "assessment.join", "figure.confirm-joined"]);
    }

    [Fact]
    public async Task Those_that_ended_are_part_of_the_edition_no_longer()
    {
        var (edition, office) = await BeginAsync("het");
        var former = await app.SignInAsync("nhap-het-a", DemoAccounts.Password);
        (await former.GetAsync($"/assessments/{edition.Year}/het-a")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await office.RecordAsync("merge", Merge("het"));

        (await former.GetAsync($"/assessments/{edition.Year}/het-a")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        var progress = await office.Visitor.OpenAsync($"/editions/{edition.Year}/progress");
        progress.QuerySelectorAll("input[form=remind]").Select(box => box.GetAttribute("value")).ShouldBe(
            [edition.Agency, "another-agency", "het-moi"], ignoreOrder: true);
        progress.QuerySelectorAll("main a").Select(link => link.GetAttribute("href"))
            .ShouldContain($"/da-nang/vi/editions/{edition.Year}/joined");
        (await app.InDatabaseAsync("da-nang", db => db.Set<FigureEntry>()
            .CountAsync(entry => entry.Year == edition.Year && entry.Agency == "het-a")))
            .ShouldBe(3, "what was entered stays as it was");
    }

    [Fact]
    public async Task What_was_handed_in_holds_the_merger_up()
    {
        var (edition, office) = await BeginAsync("nop");
        await app.InDatabaseAsync("da-nang", async db =>
        {
            var by = await db.Set<Account>().Select(account => account.Id).FirstAsync();
            return await db.Set<Assessment>().Where(assessment => assessment.Year == edition.Year && assessment.Agency == "nop-b")
                .ExecuteUpdateAsync(set => set
                    .SetProperty(assessment => assessment.State, AssessmentState.Submitted)
                    .SetProperty(assessment => assessment.SubmittedDigest, new string('a', 64))
                    .SetProperty(assessment => assessment.SubmittedAt, DateTimeOffset.UtcNow)
                    .SetProperty(assessment => assessment.SubmittedBy, by));
        });

        (await office.FaultsAsync("merge", Merge("nop"))).ShouldHaveSingleItem().ShouldContain("đề nghị cơ quan rút hồ sơ đã nộp");
    }

    [Fact]
    public async Task An_heir_of_a_group_that_the_edition_does_not_have_is_told_beside_its_field()
    {
        var (_, office) = await BeginAsync("khoi");

        (await office.FaultsAsync("merge", new(Merge("khoi")) { ["Input.New[0].Group"] = "khoi-khac" })).ShouldHaveSingleItem()
            .ShouldContain("không có khối");
    }

    [Fact]
    public async Task A_sum_that_is_no_longer_what_was_on_screen_is_not_stated()
    {
        var (edition, office) = await BeginAsync("cu");
        await office.RecordAsync("merge", Merge("cu"));
        var heir = await app.SignInAsync("nhap-cu-a", DemoAccounts.Password);
        var path = $"/assessments/{edition.Year}/cu-moi/components/A";

        using var stale = await heir.PostAsync($"{path}?handler=Confirm",
            new() { ["figure"] = "files-received", ["Sums[files-received]"] = "120" }, path);

        stale.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await DeclaredAsync(edition, "cu-moi", "files-received")).ShouldBeNull();
    }

    private static Dictionary<string, string> Merge(string word) => new(Reform, StringComparer.Ordinal)
    {
        ["Input.From[0]"] = $"{word}-a", ["Input.From[1]"] = $"{word}-b", ["Input.New[0].Code"] = $"{word}-moi",
    };

    /// <summary>Two old wards that have entered figures in an edition of 2025's end, the first with somebody who enters.</summary>
    private async Task<(OpenEdition Edition, OfficeOfNewTenant Office)> BeginAsync(string word)
    {
        var edition = await OpenEdition.AddAsync(app);
        await app.InTenantAsync("da-nang", async services =>
        {
            var db = services.GetRequiredService<Database.DxIndexDb>();
            var by = await db.Set<Account>().Select(account => account.Id).FirstAsync();
            var group = await db.Set<Assessment>().Where(assessment => assessment.Year == edition.Year)
                .Select(assessment => assessment.Group).FirstAsync();
            foreach (var code in new[] { $"{word}-a", $"{word}-b" })
                db.Add(new Agency(code, group, true, null, null, null, null, true).Named(new($"Phường {code}", $"Ward {code}"), []));
            await db.SaveChangesAsync();
            var account = Account.New($"nhap-{word}-a", $"NHAP-{word}-A".ToUpperInvariant(), "Người nhập", [Role.Assessor], $"{word}-a");
            account.TakePassword(services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, DemoAccounts.Password));
            db.Add(account);
            await db.SaveChangesAsync();
            foreach (var (code, received) in new[] { ($"{word}-a", "120"), ($"{word}-b", "80") })
            {
                db.Add(new Assessment(edition.Year, code, group, null, true, AssessmentState.Entering));
                await db.SaveChangesAsync();
                foreach (var (figure, value) in new[] { ("files-received", received), ("files-online", received), ("coverage", "98") })
                {
                    var entry = new FigureEntry(edition.Year, code, figure);
                    entry.Declare(value, by, DateTimeOffset.UtcNow);
                    db.Add(entry);
                }
            }
            return await db.SaveChangesAsync();
        });
        return (edition, new OfficeOfNewTenant(app, await app.SignedInAsync(Role.Office), "da-nang"));
    }

    private Task<string?> DeclaredAsync(OpenEdition edition, string agency, string figure) => app.InDatabaseAsync("da-nang", db =>
        db.Set<FigureEntry>().Where(entry => entry.Year == edition.Year && entry.Agency == agency && entry.Figure == figure)
            .Select(entry => entry.Declared).SingleOrDefaultAsync());
}

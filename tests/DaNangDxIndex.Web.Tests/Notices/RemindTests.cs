using System.Globalization;
using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>The office reminds chosen agencies by hand, sees whom first, and sees what became of the letters.</summary>
public sealed class RemindTests(MailApp mail) : IClassFixture<MailApp>
{
    private static readonly string Assessor = DemoAccounts.UserName(Role.Assessor, "da-nang");

    [Fact]
    public async Task Where_everybody_has_submitted_there_is_nobody_to_remind()
    {
        var edition = await RunningEdition.AddAsync(mail.App);
        var progress = await (await mail.App.SignedInAsync(Role.Office)).OpenAsync($"/editions/{edition.Year}/progress");
        progress.QuerySelectorAll(".progress-rows tbody tr").ShouldNotBeEmpty();
        progress.QuerySelector("#remind").ShouldBeNull();
    }

    [Fact]
    public async Task Chosen_agencies_are_listed_first_then_reminded_once_a_day()
    {
        var edition = await OpenEdition.AddAsync(mail.App);
        var office = await mail.App.SignedInAsync(Role.Office);
        var progress = await office.OpenAsync($"/editions/{edition.Year}/progress");
        progress.QuerySelectorAll("input[form=remind]").Length.ShouldBe(2);
        progress.QuerySelector("#remind button[name=all]").ShouldNotBeNull().TextContent.ShouldEndWith("(2)");

        var list = await office.OpenAsync($"/editions/{edition.Year}/remind?agency={edition.Agency}&agency=another-agency");
        list.QuerySelectorAll("tbody tr td:last-child").Select(cell => cell.TextContent.Trim()).ShouldBe(
            ["2 người, 2 có địa chỉ thư", "Không ai nhận: cơ quan chưa có tài khoản nhập, duyệt"], ignoreOrder: true);
        using var sent = await office.SendFormAsync(
            $"/editions/{edition.Year}/remind?agency={edition.Agency}", new() { ["Sentence"] = "Đề nghị nộp trước thứ Sáu." }, "main form");
        sent.Headers.Location.ShouldNotBeNull().ToString().ShouldContain("reminded=1");

        await mail.RoundAsync(DateTimeOffset.UtcNow);
        var letters = mail.Carried.Where(letter => letter.Body.Contains($"năm {edition.Year}", StringComparison.Ordinal)).ToList();
        letters.Count.ShouldBe(2);
        letters[0].Body.ShouldContain("Đề nghị nộp trước thứ Sáu.");

        var again = await office.OpenAsync($"/editions/{edition.Year}/remind?agency={edition.Agency}");
        again.QuerySelector("tbody td:last-child").ShouldNotBeNull().TextContent.ShouldContain("hôm nay đã nhắc lúc");
        again.QuerySelector("main form button").ShouldBeNull();
        using var forced = await office.PostAsync($"/editions/{edition.Year}/remind", new() { ["agency"] = edition.Agency });
        forced.Headers.Location.ShouldNotBeNull().ToString().ShouldContain("reminded=0");
        (await mail.NoticesAsync(Assessor, edition.Year)).Count.ShouldBe(1);
        (await office.OpenAsync($"/editions/{edition.Year}/progress/{edition.Agency}/missing")).QuerySelector("main").ShouldNotBeNull()
            .TextContent
            .ShouldContain("2 thư đã gửi");
        (await mail.App.InDatabaseAsync("da-nang", db => db.Set<AuditEntry>()
            .CountAsync(entry => entry.Verb == "reminder.send" && entry.Subject.StartsWith($"editions/{edition.Year}/")))).ShouldBe(1);
    }

    [Fact]
    public async Task A_sentence_has_its_bound_and_stays_as_it_was_typed()
    {
        var edition = await OpenEdition.AddAsync(mail.App);
        var office = await mail.App.SignedInAsync(Role.Office);
        var typed = new string('á', Reminder.LongestSentence + 1);

        using var refused = await office.SendFormAsync($"/editions/{edition.Year}/remind?agency={edition.Agency}",
            new() { ["Sentence"] = typed }, "main form");

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(refused);
        page.GetElementById("Sentence-error").ShouldNotBeNull().TextContent.ShouldContain("500");
        page.GetElementById("Sentence").ShouldNotBeNull().TextContent.Trim().ShouldBe(typed);
        (await mail.NoticesAsync(Assessor, edition.Year)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_who_remind_at_once_remind_once()
    {
        var edition = await OpenEdition.AddAsync(mail.App);
        var office = await mail.App.SignedInAsync(Role.Office);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            office.SendFormAsync($"/editions/{edition.Year}/remind?agency={edition.Agency}", [], "main form")));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect
            || answer.StatusCode == HttpStatusCode.UnprocessableEntity);
        (await mail.NoticesAsync(Assessor, edition.Year)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_office_sees_what_left_in_the_last_days_and_whatever_has_not_left_however_old()
    {
        var before = await CountsAsync();
        await KeepAsync("Gửi hôm qua", "sent", 1);
        await KeepAsync("Gửi năm ngoái", "sent", 300);
        await KeepAsync("Không gửi được năm ngoái", "givenUp", 300);

        (await CountsAsync()).ShouldBe((before.Sent + 1, before.GivenUp + 1));
        var office = await mail.App.SignedInAsync(Role.Office);
        var shown = (await office.OpenAsync("/notices/letters")).QuerySelectorAll("tbody tr td:nth-of-type(1)")
            .Select(cell => cell.TextContent).ToList();
        shown.ShouldContain("Gửi hôm qua");
        shown.ShouldContain("Không gửi được năm ngoái");
        shown.ShouldNotContain("Gửi năm ngoái");

        async Task<(int Sent, int GivenUp)> CountsAsync()
        {
            var page = await (await mail.App.SignedInAsync(Role.Office)).OpenAsync("/notices/letters");
            var counts = page.QuerySelectorAll("dl.beside div").ToDictionary(
                line => line.QuerySelector("dt")?.TextContent ?? "", line => int.Parse(
                    line.QuerySelector("dd")?.TextContent ?? "", CultureInfo.InvariantCulture));
            return (counts.GetValueOrDefault("Đã gửi trong 30 ngày qua"), counts.GetValueOrDefault("Không gửi được"));
        }

        Task<int> KeepAsync(string subject, string state, int days) => TestApp.AskAsync<int>(mail.App.Superuser, $"""
            INSERT INTO letter (tenant_id, id, account_id, address, language, subject, body, written_at, state, next_at, sent_at)
            SELECT account.tenant_id, gen_random_uuid(), account.id, 'a@example.org', 'vi', '{subject}', 'Thư',
                now() - interval '{days} days', '{state}', now(), CASE '{state}' WHEN 'sent' THEN now() END
            FROM account JOIN tenant ON tenant.id = account.tenant_id WHERE slug = 'da-nang' LIMIT 1
            """);
    }

    [Fact]
    public async Task What_could_not_be_sent_is_named_with_its_reason_and_sent_anew_by_the_office()
    {
        var edition = await OpenEdition.AddAsync(mail.App);
        var office = await mail.App.SignedInAsync(Role.Office);
        using var sent = await office.SendFormAsync($"/editions/{edition.Year}/remind?agency={edition.Agency}", [], "main form");
        mail.Answer = letter =>
        {
            if (letter.Address == Assessor)
                throw new NotCarried("550 no such mail box", forGood: true);
            throw new IOException("the connection broke");
        };
        await mail.RoundAsync(DateTimeOffset.UtcNow);
        mail.Answer = _ => { };
        await mail.RoundAsync(DateTimeOffset.UtcNow);

        OfYear().ShouldBe(2, "neither is sent again by itself");
        var page = await office.OpenAsync("/notices/letters");
        page.QuerySelectorAll("tbody .status-problem").Select(state => state.TextContent.Trim()).Take(2).ShouldBe(
        [
            "Không gửi được sau 1 lần vì: 550 no such mail box",
            "Không rõ máy chủ thư đã nhận hay chưa (the connection broke); hệ thống không tự gửi lại để tránh gửi hai lần",
        ], ignoreOrder: true);
        using var again = await office.SendFormAsync("/notices/letters", [], "tbody form");
        await mail.RoundAsync(DateTimeOffset.UtcNow.AddMinutes(1));
        OfYear().ShouldBe(3);

        int OfYear() => mail.Carried.Count(letter => letter.Body.Contains($"năm {edition.Year}", StringComparison.Ordinal));
    }
}

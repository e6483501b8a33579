using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Demo;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>A person's notices in the product.</summary>
public sealed class InboxTests(MailApp mail) : IClassFixture<MailApp>
{
    [Fact]
    public async Task What_is_sent_back_is_told_to_the_assessor_counted_in_the_frame_and_read_by_opening()
    {
        var edition = await OpenEdition.AddAsync(mail.App);
        await mail.App.InDatabaseAsync("da-nang", db => db.Set<Notice>().Where(notice => notice.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, DateTimeOffset.UtcNow)));
        var assessor = await mail.App.SignedInAsync(Role.Assessor);
        var approver = await mail.App.SignedInAsync(Role.Approver);
        using var asked = await assessor.SendFormAsync($"{edition.Path}/check", [], "form[action*=Ask]");
        using var sent = await approver.SendFormAsync($"{edition.Path}/check", new() { ["note"] = "Thiếu số liệu quý IV" },
            "form[action*=SendBack]");

        var page = await assessor.OpenAsync("/notices");
        page.QuerySelector(".bell").ShouldNotBeNull().TextContent.ShouldContain("(1 chưa đọc)");
        page.QuerySelector(".notice-unread").ShouldNotBeNull()
            .TextContent.ShouldContain($"Lãnh đạo yêu cầu chỉnh sửa hồ sơ năm {edition.Year}: Thiếu số liệu quý IV");
        (await approver.OpenAsync("/notices")).QuerySelectorAll(".notices li").ShouldNotContain(
            line => line.TextContent.Contains("quý IV", StringComparison.Ordinal), "it is the assessor's to mend");

        using var opened = await assessor.SendFormAsync("/notices", [], "form[action*=Open]");
        opened.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith(edition.Path);
        (await assessor.OpenAsync("/work")).QuerySelector(".bell-count").ShouldBeNull();

        await mail.RoundAsync(DateTimeOffset.UtcNow);
        mail.Carried.ShouldNotContain(letter => letter.Body.Contains("quý IV", StringComparison.Ordinal),
            "it was read before a letter was written");
    }

    [Fact]
    public async Task An_urgent_letter_goes_at_once()
    {
        var edition = await OpenEdition.AddAsync(mail.App);
        var assessor = await mail.App.SignedInAsync(Role.Assessor);
        using var asked = await assessor.SendFormAsync($"{edition.Path}/check", [], "form[action*=Ask]");
        using var sent = await (await mail.App.SignedInAsync(Role.Approver)).SendFormAsync(
            $"{edition.Path}/check", new() { ["note"] = "Kiểm tra lại tỷ lệ" }, "form[action*=SendBack]");

        await mail.RoundAsync(DateTimeOffset.UtcNow);
        await mail.RoundAsync(DateTimeOffset.UtcNow);

        var letter = mail.Carried.Where(letter => letter.Subject.Contains("Kiểm tra lại tỷ lệ", StringComparison.Ordinal))
            .ShouldHaveSingleItem();
        (letter.Address, letter.DigestOf).ShouldBe((DemoAccounts.UserName(Role.Assessor, "da-nang"), null));
    }

    [Fact]
    public async Task Nobody_opens_anothers_notice()
    {
        var edition = await OpenEdition.AddAsync(mail.App);
        var assessor = await mail.App.SignedInAsync(Role.Assessor);
        using var asked = await assessor.SendFormAsync($"{edition.Path}/check", [], "form[action*=Ask]");
        var approver = await mail.App.SignedInAsync(Role.Approver);
        using var sent = await approver.SendFormAsync($"{edition.Path}/check", new() { ["note"] = "Của riêng cán bộ" },
            "form[action*=SendBack]");
        var notice = (await mail.NoticesAsync(DemoAccounts.UserName(Role.Assessor, "da-nang"), edition.Year)).ShouldHaveSingleItem();

        using var refused = await approver.PostAsync("/notices?handler=Open", new() { ["id"] = $"{notice.Id}" }, "/notices");

        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await mail.App.InDatabaseAsync("da-nang", db => db.Set<Notice>().SingleAsync(kept => kept.Id == notice.Id))).ReadAt.ShouldBeNull();
    }
}

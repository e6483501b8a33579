using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Notices;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>An approval belongs to what was on screen: what changes afterwards is seen beside it, by whoever looks next.</summary>
public sealed class ApprovalTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_approver_is_told_what_waits_for_approval()
    {
        var (edition, assessor, _) = await EnteredAsync();
        await assessor.SendFormAsync($"{edition.Path}/check", [], "form[action*=Ask]");

        var told = await app.InDatabaseAsync("da-nang", db => db.Set<Notice>()
            .Where(notice => notice.Key.StartsWith($"asked-for-approval/{edition.Year}/{edition.Agency}/"))
            .Select(notice => new { notice.Path, notice.Sentence.Vi, notice.IsUrgent }).ToListAsync());
        told.ShouldHaveSingleItem().Vi.ShouldContain("đã trình, chờ bạn duyệt và nộp");
        (told[0].Path, told[0].IsUrgent).ShouldBe(($"{edition.Path}/check", true));
    }

    [Fact]
    public async Task The_assessors_are_told_that_the_approver_has_recalled_the_form()
    {
        var (edition, _, approver) = await EnteredAsync();
        await approver.SendFormAsync($"{edition.Path}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]");
        await approver.SendFormAsync($"{edition.Path}/submitted", [], "form[action*=Recall]");

        var told = await app.InDatabaseAsync("da-nang", db => db.Set<Notice>()
            .Where(notice => notice.Key.StartsWith($"recalled/{edition.Year}/{edition.Agency}/"))
            .Join(db.Set<Account>(), notice => notice.AccountId, account => account.Id, (notice, account) => new { notice, account.Roles })
            .ToListAsync());
        told.ShouldNotBeEmpty();
        told.ShouldAllBe(one => one.Roles.Contains("assessor") && one.notice.Path == edition.Path && one.notice.IsUrgent);
        told[0].notice.Sentence.Vi.ShouldContain("Lãnh đạo đã rút hồ sơ");
        told[0].notice.Sentence.En.ShouldContain("its figures can be changed again");
    }

    [Fact]
    public async Task The_approver_sees_what_changed_since_sending_back()
    {
        var (edition, assessor, approver) = await EnteredAsync();
        await assessor.SendFormAsync($"{edition.Path}/check", [], "form[action*=Ask]");
        (await approver.OpenAsync($"{edition.Path}/check")).GetElementById("changed-since").ShouldBeNull();
        await approver.SendFormAsync($"{edition.Path}/check", new() { ["note"] = "Xem lại A.2" }, "form[action*=SendBack]");
        (await approver.OpenAsync($"{edition.Path}/check")).GetElementById("changed-since").ShouldNotBeNull().TextContent
            .ShouldContain("không có thay đổi");

        await assessor.SendFormAsync($"{edition.Path}/components/A", new() { ["Figures[coverage]"] = "97" }, "main form");
        await assessor.SendFormAsync($"{edition.Path}/check", [], "form[action*=Ask]");

        var changed = (await approver.OpenAsync($"{edition.Path}/check")).GetElementById("changed-since").ShouldNotBeNull().TextContent;
        changed.ShouldContain("Tỷ lệ phủ sóng");
        changed.ShouldContain("98 % → 97 %");
    }

    [Fact]
    public async Task What_changed_after_the_page_was_opened_is_not_laid_before_the_approver_unseen()
    {
        var (edition, assessor, approver) = await EnteredAsync();
        var shown = (await assessor.OpenAsync($"{edition.Path}/check")).QuerySelectorAll("form[action*=Ask] input[name=shown]")
            .OfType<IHtmlInputElement>().Single().Value;
        await approver.SendFormAsync($"{edition.Path}/components/A", new() { ["Figures[coverage]"] = "96" }, "main form");

        using var asked = await assessor.SendFormAsync($"{edition.Path}/check", new() { ["shown"] = shown }, "form[action*=Ask]");

        asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(asked)).QuerySelector(".govuk-summary-list").ShouldNotBeNull().TextContent.ShouldContain("98 % → 96 %");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Entering);
    }

    [Fact]
    public async Task What_no_longer_is_what_was_signed_shows_as_stale_with_the_difference()
    {
        var (edition, _, approver) = await EnteredAsync();
        await approver.SendFormAsync($"{edition.Path}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]");
        (await approver.OpenAsync($"{edition.Path}/submitted")).GetElementById("changed-since").ShouldBeNull();

        await app.InDatabaseAsync("da-nang", async db =>
        {
            var entry = await db.Set<FigureEntry>().AsTracking().SingleAsync(
                entry => entry.Year == edition.Year && entry.Agency == edition.Agency && entry.Figure == "coverage");
            entry.Declare("95", entry.DeclaredBy ?? Guid.Empty, DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

        (await approver.OpenAsync($"{edition.Path}/submitted")).GetElementById("changed-since").ShouldNotBeNull().TextContent
            .ShouldContain("98 % → 95 %");
    }

    private async Task<(OpenEdition Edition, Visitor Assessor, Visitor Approver)> EnteredAsync()
    {
        var edition = await OpenEdition.AddAsync(app);
        var (assessor, approver) = (await app.SignedInAsync(Role.Assessor), await app.SignedInAsync(Role.Approver));
        await (await Saving.AsAsync(edition, assessor)).SavedAsync("coverage", "98");
        return (edition, assessor, approver);
    }
}

using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Editions;

/// <summary>More time for one agency, or the record that it did not submit.</summary>
public sealed class ExceptionTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateTimeOffset Yesterday = DateTimeOffset.UtcNow.AddDays(-1);

    private static readonly string NextWeek = DateTimeOffset.UtcNow.AddDays(7)
        .ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task An_extension_opens_entry_again_and_everybody_concerned_reads_why()
    {
        var edition = await OpenAsync();
        var assessor = await app.SignedInAsync(Role.Assessor);
        var form = $"/assessments/{edition.Year}/{RunningEdition.Agency}";
        (await assessor.OpenAsync($"{form}/components/A")).QuerySelectorAll("main input[type=text]").ShouldBeEmpty();

        using var answer = await ExtendAsync(edition, NextWeek, "Mất điện ngày 14/01");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await app.SignedInAsync(Role.Office)).OpenAsync(answer.Headers.Location.ShouldNotBeNull().ToString()))
            .QuerySelector(".banner-success").ShouldNotBeNull().TextContent.ShouldContain("Hải Châu được nộp hồ sơ đến 23:59 ngày");
        (await assessor.OpenAsync($"{form}/components/A")).QuerySelectorAll("main input[type=text]").ShouldNotBeEmpty();
        (await assessor.OpenAsync(form)).Body.ShouldNotBeNull().TextContent.ShouldContain("Mất điện ngày 14/01");
        using (var other = await ExtendAsync(edition, NextWeek, "Chờ số liệu của Sở", RunningEdition.Third))
            other.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await assessor.OpenAsync(form)).GetElementById("extensions").ShouldNotBeNull().TextContent.ShouldSatisfyAllConditions(
            told => told.ShouldContain("Mất điện ngày 14/01"), told => told.ShouldContain("Chờ số liệu của Sở"));
        (await (await app.SignedInAsync(Role.Signatory)).OpenAsync($"{edition.Progress}/{RunningEdition.Agency}/missing"))
            .Body.ShouldNotBeNull()
            .TextContent.ShouldContain("Được gia hạn. Lý do: Mất điện ngày 14/01");
        var told = (await edition.TrailAsync())[0];
        told.Verb.ShouldBe("assessment.extend");
        told.After.ShouldNotBeNull().ShouldContain("Mất điện");
    }

    [Theory]
    [InlineData("32/01/2027", "Lý do", "Nhập ngày")]
    [InlineData("01/01/2020", "Lý do", "Ngày đã qua")]
    [InlineData("31/12/9999", "Lý do", "Năm phải từ 2000 đến 2100")]
    [InlineData("", "", "Nhập lý do")]
    public async Task An_extension_without_a_good_day_or_reason_is_refused_and_kept(string day, string reason, string why)
    {
        var edition = await OpenAsync();
        using var answer = await ExtendAsync(edition, day, reason);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        page.Body.ShouldNotBeNull().TextContent.ShouldContain(why);
        (page.GetElementById("lastDay") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldBe(day);
        page.GetElementById("extendReason").ShouldNotBeNull().TextContent.ShouldBe(reason);
        (await edition.AssessmentAsync()).ExtendedTo.ShouldBeNull();
    }

    [Fact]
    public async Task An_extension_ends_with_its_day_for_the_office_and_the_agency_alike()
    {
        var edition = await OpenAsync();
        using var answer = await ExtendAsync(edition, "31/12/2099", "Mất điện ngày 14/01");

        const string LastMinute = "23:59 ngày 31/12/2099";
        (await TextAsync(Role.Office, edition.Progress)).ShouldContain(LastMinute);
        (await TextAsync(Role.Assessor, $"/assessments/{edition.Year}/{RunningEdition.Agency}")).ShouldContain(LastMinute);
        (await TextAsync(Role.Office, $"{edition.Progress}/{RunningEdition.Agency}")).ShouldContain(LastMinute);
    }

    [Fact]
    public async Task An_extension_never_ends_before_everybodys_deadline()
    {
        var edition = await RunningEdition.AddAsync(
            app, EditionStage.Open, AssessmentState.Entering, AssessmentState.Entering, closesAt: DateTimeOffset.UtcNow.AddDays(30));
        using var answer = await ExtendAsync(edition, NextWeek, "Xin thêm");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("phải sau hạn chung");
    }

    [Theory]
    [InlineData("Extend")]
    [InlineData("Record")]
    public async Task Nobody_makes_an_exception_for_the_own_agency(string act)
    {
        var edition = await OpenAsync();
        var (office, page) = (await app.SignedInAsync(Role.Office), $"{edition.Progress}/{RunningEdition.OfOffice}");
        (await office.OpenAsync(page)).QuerySelector($"form[action*={act}]")
            .ShouldBeNull("the page offers what may be done, and nothing else");
        using var answer = await office.PostAsync(
            $"{page}?handler={act}", new() { ["lastDay"] = NextWeek, ["extendReason"] = "Vì mình", ["recordReason"] = "Vì mình" });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(answer)).Body.ShouldNotBeNull().TextContent.ShouldContain("hồ sơ của cơ quan mình");
        var assessment = await edition.AssessmentAsync(RunningEdition.OfOffice);
        (assessment.State, assessment.ExtendedTo).ShouldBe((AssessmentState.Entering, null));
        (await edition.TrailAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_agency_is_recorded_as_not_submitted_with_reason()
    {
        var edition = await OpenAsync();
        using var answer = await RecordAsync(edition, "Không nộp dù đã nhắc");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var assessment = await edition.AssessmentAsync();
        (assessment.State, assessment.Note).ShouldBe((AssessmentState.NotSubmitted, "Không nộp dù đã nhắc"));
        var told = (await edition.TrailAsync()).ShouldHaveSingleItem();
        (told.Verb, told.Before).ShouldBe(("assessment.record-not-submitted", """{"state": "entering"}"""));
    }

    [Fact]
    public async Task Nobody_is_recorded_before_the_own_extension_is_over_and_the_page_says_until_when()
    {
        var edition = await OpenAsync();
        using var extended = await ExtendAsync(edition, "31/12/2099", "Mất điện ngày 14/01");

        var page = await (await app.SignedInAsync(Role.Office)).OpenAsync($"{edition.Progress}/{RunningEdition.Agency}");
        page.QuerySelector("form[action*=Record]").ShouldBeNull();
        page.Body.ShouldNotBeNull().TextContent.ShouldContain("Cơ quan này còn hạn nộp đến 23:59 ngày 31/12/2099.");
        using var answer = await (await app.SignedInAsync(Role.Office)).PostAsync(
            $"{edition.Progress}/{RunningEdition.Agency}?handler=Record", new() { ["recordReason"] = "Không nộp" });
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Entering);
    }

    [Fact]
    public async Task Records_made_at_the_same_moment_are_one_record()
    {
        var edition = await OpenAsync();
        // Both have the page open already: it offers the form no more once the first record is made.
        var office = await app.SignedInAsync(Role.Office);
        Task<HttpResponseMessage> SendAsync(string reason) =>
            office.PostAsync($"{edition.Progress}/{RunningEdition.Agency}?handler=Record", new() { ["recordReason"] = reason });
        var answers = await Task.WhenAll(SendAsync("Không nộp"), SendAsync("Không nộp lần nữa"));

        answers.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity]);
        (await edition.TrailAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_agency_that_takes_no_part_is_not_found() =>
        (await (await app.SignedInAsync(Role.Office)).GetAsync($"{(await OpenAsync()).Progress}/no-such-agency")).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);

    private async Task<string> TextAsync(Role role, string path) =>
        (await (await app.SignedInAsync(role)).OpenAsync(path)).Body.ShouldNotBeNull().TextContent;

    private Task<RunningEdition> OpenAsync() =>
        RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.Entering, AssessmentState.Entering, closesAt: Yesterday);

    private async Task<HttpResponseMessage> ExtendAsync(
        RunningEdition edition, string day, string reason, string agency = RunningEdition.Agency) =>
        await (await app.SignedInAsync(Role.Office)).SendFormAsync(
            $"{edition.Progress}/{agency}", new() { ["lastDay"] = day, ["extendReason"] = reason }, "form[action*=Extend]");

    private async Task<HttpResponseMessage> RecordAsync(RunningEdition edition, string reason) =>
        await (await app.SignedInAsync(Role.Office)).SendFormAsync(
            $"{edition.Progress}/{RunningEdition.Agency}", new() { ["recordReason"] = reason }, "form[action*=Record]");
}

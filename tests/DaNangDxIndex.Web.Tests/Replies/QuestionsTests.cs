using System.Net;
using System.Net.Http.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Replies;

/// <summary>Questions of the appraisers during the round, and the answers of the agency.</summary>
public sealed class QuestionsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Question = "Số liệu lấy từ hệ thống nào?";
    private const string Answer = "Từ Cổng dịch vụ công quốc gia.";

    [Fact]
    public async Task A_question_is_told_to_the_agency_answered_and_the_answer_told_to_who_asked()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        using var asked = await lead.SendFormAsync(
            $"{edition.Bench}?criterion=A.1", new() { ["question"] = Question }, "form[action*=Ask]");
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var assessor = await app.SignedInAsync(Role.Assessor);
        (await NoticeOfAsync("assessor", "asked", edition)).ShouldNotBeNull().ShouldContain(Question);
        (await assessor.OpenAsync($"/assessments/{edition.Year}/{RunningEdition.Agency}"))
            .QuerySelector($"a[href='{assessor.Address(Page(edition))}']").ShouldNotBeNull();
        (await assessor.OpenAsync(Page(edition))).QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain(Question);

        using var answered = await AnswerAsync(edition, assessor, Answer);
        answered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await NoticeOfAsync("leadAppraiser", "answered", edition)).ShouldNotBeNull().ShouldContain(Answer);
        string[] benches = [$"{edition.Bench}?criterion=A.1", $"{CriterionBenchTests.Down(edition, "A.1")}/{RunningEdition.Agency}"];
        foreach (var bench in benches)
            (await lead.OpenAsync(bench)).QuerySelector(".messages").ShouldNotBeNull().TextContent.ShouldContain(Answer);
        (await edition.TrailAsync()).Select(entry => entry.Verb).ShouldBe(["thread.ask", "thread.answer"]);
    }

    [Fact]
    public async Task With_the_round_it_closes_and_stays_readable()
    {
        var edition = await RunningEdition.AddAsync(app);
        await AskAsync(edition);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();

        var assessor = await app.SignedInAsync(Role.Assessor);
        var page = await assessor.OpenAsync(Page(edition));
        page.QuerySelector("main textarea").ShouldBeNull();
        page.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("Không gửi thêm trả lời");
        using var late = await AnswerAsync(edition, assessor, Answer);
        (await RefusedAsync(late)).ShouldContain("Thẩm định đã kết thúc");
        using var asked = await (await app.SignedInAsync(Role.LeadAppraiser))
            .PostAsync($"{edition.Bench}?handler=Ask&criterion=A.1", new() { ["question"] = Question });
        (await RefusedAsync(asked)).ShouldContain("kết quả thẩm định cuối cùng");
    }

    [Fact]
    public async Task Another_field_asks_nothing_and_an_agency_answers_only_what_was_asked()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var asked = await (await app.SignedInAsync(Role.Appraiser))
            .PostAsync($"{edition.Bench}?handler=Ask&criterion=A.2", new() { ["question"] = Question });
        (await RefusedAsync(asked)).ShouldContain("do đơn vị khác thẩm định");
        using var unasked = await AnswerAsync(edition, await app.SignedInAsync(Role.Assessor), Answer);
        (await RefusedAsync(unasked)).ShouldContain("chưa hỏi về tiêu chí này");
    }

    [Theory]
    [InlineData("", "Nhập nội dung trả lời.")]
    [InlineData(null, "Nội dung trả lời không quá 2.000 ký tự.")]
    public async Task An_answer_of_a_wrong_form_is_refused_in_place_and_stays_typed(string? answer, string why)
    {
        var edition = await RunningEdition.AddAsync(app);
        await AskAsync(edition);
        var typed = answer ?? new string('a', Message.LongestText + 1);
        using var refused = await AnswerAsync(edition, await app.SignedInAsync(Role.Assessor), typed);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(refused);
        page.QuerySelector(".field .govuk-error-message").ShouldNotBeNull().TextContent.ShouldBe(why);
        page.QuerySelector("#answer-A_1").ShouldNotBeNull().TextContent.ShouldBe(typed);
    }

    [Fact]
    public async Task Programs_ask_and_answer_by_the_same_rules_and_what_was_sent_never_changes()
    {
        var edition = await RunningEdition.AddAsync(app);
        var (lead, assessor) = (await app.SignedInAsync(Role.LeadAppraiser), await app.SignedInAsync(Role.Assessor));
        var api = $"/da-nang/api/v1/editions/{edition.Year}/agencies/{RunningEdition.Agency}";
        using var asked = await SendAsync(lead, $"{api}/appraisal/questions/A.1", new { question = Question });
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var empty = await SendAsync(assessor, $"{api}/questions/A.1", new { answer = " " });
        empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var answered = await SendAsync(assessor, $"{api}/questions/A.1", new { answer = Answer });
        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await lead.Http.GetStringAsync(new Uri($"{api}/appraisal/questions", UriKind.Relative))).ShouldContain("\"fromAgency\":true");
        (await assessor.Http.GetStringAsync(new Uri($"{api}/questions", UriKind.Relative))).ShouldContain("\"awaitsAnswer\":false");

        (await Should.ThrowAsync<PostgresException>(() => TestApp.AskAsync<int>(
            app.Application, $"UPDATE message SET text = 'khác' WHERE year = {edition.Year}"))).SqlState.ShouldBe("42501");
    }

    private static string Page(RunningEdition edition) => $"/assessments/{edition.Year}/{RunningEdition.Agency}/questions";

    private async Task AskAsync(RunningEdition edition)
    {
        using var asked = await (await app.SignedInAsync(Role.LeadAppraiser))
            .PostAsync($"{edition.Bench}?handler=Ask&criterion=A.1", new() { ["question"] = Question });
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static Task<HttpResponseMessage> AnswerAsync(RunningEdition edition, Visitor assessor, string answer) =>
        assessor.PostAsync($"{Page(edition)}/A.1", new() { ["answer"] = answer });

    private Task<string?> NoticeOfAsync(string person, string kind, RunningEdition edition) => TestApp.AskAsync<string>(
        app.Superuser,
        $"""
        SELECT sentence_vi FROM notice JOIN account ON account.id = notice.account_id
        WHERE user_name = '{person}@da-nang.demo' AND kind = '{kind}' AND key LIKE '{kind}/{edition.Year}/%'
        """);

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative))
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("RequestVerificationToken", await visitor.TokenAsync("/accounts/password"));
        return await visitor.Http.SendAsync(request);
    }

    private static async Task<string> RefusedAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent;
    }
}

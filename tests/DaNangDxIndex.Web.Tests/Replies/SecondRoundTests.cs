using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Notices;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Replies;

/// <summary>Two rounds: the agency reads the first, replies, and the second decides what it replied to.</summary>
[Collection(RepliesApp.Name)]
public sealed class SecondRoundTests(TestApp app)
{
    private readonly TwoRounds _rounds = new(app);

    [Fact]
    public async Task A_reply_is_written_sent_answered_and_the_edition_finishes()
    {
        var edition = await _rounds.AppraisedAsync();
        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var result = await assessor.OpenAsync(Result(edition));
        result.QuerySelectorAll($"a[href$='/replies/A.1']").ShouldHaveSingleItem().TextContent.ShouldContain("Giải trình");
        using var written = await _rounds.WriteAsync(edition, "A.1", TwoRounds.Grounds, ("files-online", "80"));
        written.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _rounds.BenchTextAsync(edition, "A.1")).ShouldNotContain(TwoRounds.Grounds, Case.Sensitive, "a draft is the agency's own");

        using var sent = await _rounds.SendAsync(edition);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Explained);
        await _rounds.MoveOnAsync(edition, EditionStage.Review);
        var lead = await Appraiser.OfAsync(app, edition);
        ShouldContainAll(
            await _rounds.BenchTextAsync(edition, "A.1"),
            TwoRounds.Grounds, "Cơ quan đề nghị", "80 hồ sơ", "Kết quả thẩm định lần 1", "Cơ quan đã giải trình. Cần thẩm định lần 2");
        await RefusedAsync(await lead.DecideAsync("A.1", VerdictDecision.Accept), "Viết một câu trả lời cơ quan");
        await RefusedAsync(await lead.DecideLateAsync("A.2", 0, VerdictDecision.Accept), "chỉ xem xét tiêu chí mà cơ quan đã giải trình");
        await RefusedAsync(await lead.CloseAsync(), "còn 1 tiêu chí chưa thẩm định (A.1)");
        using var corrected = await lead.CorrectAsync("files-online", 2, "80", "Theo Cổng dịch vụ công");
        corrected.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var decided = await lead.DecideAsync("A.1", VerdictDecision.Accept, sentence: "Đã đối chiếu, chấp nhận 80 hồ sơ.");
        decided.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await assessor.OpenAsync(Result(edition))).Body.ShouldNotBeNull().TextContent
            .ShouldNotContain("Đã đối chiếu", Case.Sensitive, "it is told when the round is closed");
        using var closed = await lead.CloseAsync();
        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Final);
        var heard = (await assessor.OpenAsync(Result(edition))).Body.ShouldNotBeNull().TextContent;
        ShouldContainAll(
            heard, "Lần 1: Tổ thẩm định điều chỉnh điểm", TwoRounds.Grounds, "Lần 2: Chấp nhận điểm tính theo số liệu.", "Đã đối chiếu");
        (await edition.TrailAsync()).Select(entry => entry.Verb).Where(verb => verb.StartsWith("reply", StringComparison.Ordinal)
            || verb.StartsWith("assessment", StringComparison.Ordinal)).ShouldBe(
            ["assessment.close-round", "reply.write", "assessment.explain", "assessment.close-round-two"]);
        await _rounds.MoveOnAsync(edition, EditionStage.Final);
    }

    [Fact]
    public async Task That_replies_are_taken_is_told_when_they_are_and_not_before()
    {
        var edition = await _rounds.AppraisedAsync();
        (await ToldAsync("appraised")).ShouldAllBe(told => told.Contains("khi giai đoạn giải trình bắt đầu, gửi giải trình"));
        (await ToldAsync("replies-open")).ShouldBeEmpty();

        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);

        (await ToldAsync("replies-open")).ShouldNotBeEmpty();
        (await ToldAsync("replies-open")).ShouldAllBe(told => told.StartsWith("Đã bắt đầu nhận giải trình kết quả thẩm định lần 1"));

        Task<List<string>> ToldAsync(string kind) => app.InDatabaseAsync("da-nang", db => db.Set<Notice>()
            .Where(notice => notice.Key.StartsWith($"{kind}/{edition.Year}")).Select(notice => notice.Sentence.Vi).ToListAsync());
    }

    [Theory]
    [InlineData("B.2", "satisfaction", "93,5", "93,5")]
    [InlineData("P.1", "late-reports", "1", "1")]
    public async Task Figures_of_the_survey_and_of_the_office_are_objected_to_like_the_own_ones(
        string criterion, string figure, string claimed, string shown)
    {
        var edition = await _rounds.AppraisedAsync();
        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);
        using var written = await _rounds.WriteAsync(edition, criterion, "Kèm văn bản của đơn vị khảo sát", (figure, claimed));
        written.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var sent = await _rounds.SendAsync(edition);
        await _rounds.MoveOnAsync(edition, EditionStage.Review);

        ShouldContainAll(await _rounds.BenchTextAsync(edition, criterion), "Cơ quan đề nghị", shown, "Kèm văn bản của đơn vị khảo sát");
    }

    [Fact]
    public async Task Who_does_not_reply_is_closed_with_all_others_at_once()
    {
        var edition = await _rounds.AppraisedAsync();
        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        (await lead.OpenAsync($"/appraisal/{edition.Year}")).QuerySelector("form[action*=CloseWithoutReply]").ShouldBeNull();
        await _rounds.MoveOnAsync(edition, EditionStage.Review);

        using var closed = await lead.SendFormAsync($"/appraisal/{edition.Year}", [], "form[action*=CloseWithoutReply]");

        closed.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith("closed=1");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Final);
        (await edition.TrailAsync())[^1].Verb.ShouldBe("assessment.close-round-two");
    }

    [Fact]
    public async Task What_was_sent_is_read_only_until_the_approver_takes_it_back()
    {
        var edition = await _rounds.AppraisedAsync();
        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);
        using var written = await _rounds.WriteAsync(edition, "A.1", TwoRounds.Grounds);
        using var sent = await _rounds.SendAsync(edition);

        using var late = await _rounds.WriteAsync(edition, "A.2", "Thêm", version: 0);
        await RefusedAsync(late, "hồ sơ chờ thẩm định lần 2");
        (await Visitor.ReadAsync(late)).QuerySelector("#sentence").ShouldBeNull();
        using var recalled = await (await app.SignedInAsync(Role.Approver))
            .SendFormAsync(TwoRounds.Replies(edition), [], "form[action*=Recall]");
        recalled.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var told = await app.InDatabaseAsync("da-nang", db => db.Set<Notice>()
            .Where(notice => notice.Key.StartsWith($"replies-recalled/{edition.Year}/"))
            .Select(notice => notice.Path).Distinct().ToListAsync());
        told.ShouldBe(
            [$"/appraisal/{edition.Year}/{RunningEdition.Agency}", TwoRounds.Replies(edition)], ignoreOrder: true,
            "those who wrote them, and those who had been told of them");

        using var changed = await _rounds.WriteAsync(edition, "A.1", TwoRounds.Grounds + ", sửa", version: 1);
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.AssessmentAsync()).ShouldSatisfyAllConditions(
            assessment => assessment.State.ShouldBe(AssessmentState.Appraised), assessment => assessment.RepliesDigest.ShouldBeNull());
    }

    [Fact]
    public async Task The_database_keeps_a_sent_reply_as_it_was_signed()
    {
        var edition = await _rounds.AppraisedAsync();
        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);
        using var written = await _rounds.WriteAsync(edition, "A.1", TwoRounds.Grounds);
        using var sent = await _rounds.SendAsync(edition);

        var refusal = await Should.ThrowAsync<PostgresException>(() => TestApp.AskAsync<int>(
            app.Superuser, $"UPDATE reply SET sentence = 'khác' WHERE year = {edition.Year} RETURNING 1"));

        refusal.MessageText.ShouldContain("a reply that was sent does not change");
    }

    [Fact]
    public async Task What_the_approver_did_not_see_is_not_sent()
    {
        var edition = await _rounds.AppraisedAsync();
        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);
        using var written = await _rounds.WriteAsync(edition, "A.1", TwoRounds.Grounds);
        var approver = await app.SignedInAsync(Role.Approver);
        var seen = (await approver.OpenAsync(TwoRounds.Replies(edition)))
            .QuerySelector<IHtmlInputElement>("input[name=digest]").ShouldNotBeNull().Value;
        using var meanwhile = await _rounds.WriteAsync(edition, "A.2", "Số liệu phủ sóng cũng sai");

        using var sent = await approver.PostAsync($"{TwoRounds.Replies(edition)}?handler=Send", new() { ["digest"] = seen });

        await RefusedAsync(sent, "Nội dung giải trình đã thay đổi sau khi mở trang");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Appraised);
    }

    [Theory]
    [InlineData("", "80", "Nhập nội dung giải trình.")]
    [InlineData(TwoRounds.Grounds, "tám mươi", "Nhập số")]
    public async Task A_reply_of_a_wrong_form_is_refused_in_place_and_stays_typed(string sentence, string claimed, string why)
    {
        var edition = await _rounds.AppraisedAsync();
        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);

        using var answer = await _rounds.WriteAsync(edition, "A.1", sentence, ("files-online", claimed));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Body.ShouldNotBeNull().TextContent.ShouldContain(why);
        page.QuerySelector<IHtmlTextAreaElement>("#sentence").ShouldNotBeNull().Value.Trim().ShouldBe(sentence);
        page.QuerySelector<IHtmlInputElement>("input[name='Claims[files-online]']").ShouldNotBeNull().Value.ShouldBe(claimed);
    }

    [Fact]
    public async Task Agencies_are_told_what_was_found_and_what_is_final_and_appraisers_of_replies()
    {
        var edition = await _rounds.AppraisedAsync();
        (await NoticesAsync(edition, "appraised")).ShouldSatisfyAllConditions(
            told => told.Length.ShouldBeGreaterThan(0),
            told => told.ShouldAllBe(sentence => sentence.Contains("Thẩm định lần 1") && sentence.Contains("28,00 điểm (chưa kể")
                && sentence.Contains("gửi giải trình tiêu chí chưa đồng ý trước 23:59 ngày 31/03/")));
        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);
        using var written = await _rounds.WriteAsync(edition, "A.1", TwoRounds.Grounds);
        using var sent = await _rounds.SendAsync(edition);
        (await NoticesAsync(edition, "replied")).ShouldSatisfyAllConditions(
            told => told.Length.ShouldBeGreaterThan(0),
            told => told.ShouldAllBe(sentence => sentence.Contains("đã gửi giải trình 1 tiêu chí")));
        (await TestApp.AskAsync<long>(app.Superuser,
            $"""
            SELECT count(*) FROM notice JOIN account ON account.id = notice.account_id
            WHERE notice.kind = 'replied' AND account.agency_code = '{RunningEdition.Agency}'
            """)).ShouldBe(0, "nobody appraises the own agency");
        await _rounds.MoveOnAsync(edition, EditionStage.Review);
        var lead = await Appraiser.OfAsync(app, edition);
        using var decided = await lead.DecideAsync(
            "A.1", VerdictDecision.Points, "20", ReasonCode.EvidenceInsufficient, "Chấp nhận một phần");
        using var closed = await lead.CloseAsync();
        (await NoticesAsync(edition, "finalised")).ShouldAllBe(sentence => sentence.Contains("kết quả thẩm định cuối cùng: 38,00 điểm"));
    }

    private async Task<string[]> NoticesAsync(RunningEdition edition, string kind) => [.. await TestApp.ListAsync(
        app.Superuser, $"SELECT sentence_vi FROM notice WHERE kind = '{kind}' AND key LIKE '%/{edition.Year}/%'")];

    [Fact]
    public async Task Who_approves_reads_that_replies_are_written_and_not_sent()
    {
        var edition = await _rounds.AppraisedAsync();
        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);
        var approver = await app.SignedInAsync(Role.Approver);
        var way = $"a.govuk-button[href$='{TwoRounds.Replies(edition)}']";
        (await approver.OpenAsync("/work")).QuerySelector(way).ShouldBeNull("nothing is written");
        using var written = await _rounds.WriteAsync(edition, "A.1", TwoRounds.Grounds, ("files-online", "80"));

        var work = await approver.OpenAsync("/work");

        work.QuerySelector(way).ShouldNotBeNull().TextContent.ShouldContain("Xem lại và gửi giải trình");
        ShouldContainAll(
            work.Body.ShouldNotBeNull().TextContent, "Giải trình đã viết, chưa gửi: 1 tiêu chí", "Tổ thẩm định không nhận được");
        using var sent = await _rounds.SendAsync(edition);
        (await approver.OpenAsync("/work")).QuerySelectorAll(way).Select(button => button.TextContent.Trim())
            .ShouldNotContain("Xem lại và gửi giải trình");
    }

    [Fact]
    public async Task A_figure_that_the_office_loaded_is_not_called_declared()
    {
        var edition = await _rounds.AppraisedAsync();
        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);
        var assessor = await app.SignedInAsync(Role.Assessor);

        (await SourcesAsync("A.1")).ShouldAllBe(source => source == "Cơ quan kê khai");
        (await SourcesAsync("P.1")).ShouldBe(["Cơ quan thường trực"]);

        async Task<List<string>> SourcesAsync(string criterion)
        {
            var page = await assessor.OpenAsync($"{TwoRounds.Replies(edition)}/{criterion}");
            return [.. page.QuerySelectorAll(".bench-figure dl div:first-child dt").Select(source => source.TextContent)];
        }
    }

    private static string Result(RunningEdition edition) => $"/assessments/{edition.Year}/{RunningEdition.Agency}/result";

    private static void ShouldContainAll(string text, params string[] parts)
    {
        foreach (var part in parts)
            text.ShouldContain(part);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, string why)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(answer)).Body.ShouldNotBeNull().TextContent.ShouldContain(why);
    }
}

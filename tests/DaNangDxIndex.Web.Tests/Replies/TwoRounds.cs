using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Replies;

/// <summary>An edition with two rounds, by its pages.</summary>
internal sealed class TwoRounds(TestApp app)
{
    public const string Grounds = "Cổng dịch vụ công ghi 80 hồ sơ trực tuyến";

    public static string Replies(RunningEdition edition) => $"/assessments/{edition.Year}/{RunningEdition.Agency}/replies";

    /// <summary>The first round of one agency closed with points set by hand; the two others did not submit.</summary>
    public async Task<RunningEdition> AppraisedAsync()
    {
        var edition = await RunningEdition.AddAsync(app, others: AssessmentState.NotSubmitted, rounds: 2);
        var lead = await Appraiser.OfAsync(app, edition);
        using var set = await lead.DecideAsync(
            "A.1", VerdictDecision.Points, "10", ReasonCode.EvidenceInsufficient, "Chưa thấy số liệu của Cổng dịch vụ công");
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Appraised);
        return edition;
    }

    public async Task MoveOnAsync(RunningEdition edition, EditionStage to)
    {
        using var moved = await (await app.SignedInAsync(Role.Office)).SendFormAsync(edition.Progress, [], "form[action*=MoveOn]");
        (await edition.EditionAsync()).Stage.ShouldBe(to);
    }

    public async Task<HttpResponseMessage> WriteAsync(
        RunningEdition edition, string criterion, string sentence, (string Figure, string Value)? claim = null, int? version = null)
    {
        var assessor = await app.SignedInAsync(Role.Assessor);
        var fields = new Dictionary<string, string> { ["sentence"] = sentence };
        if (claim is var (figure, value))
            fields[$"Claims[{figure}]"] = value;
        var page = $"{Replies(edition)}/{criterion}";
        return version is null
            ? await assessor.SendFormAsync(page, fields, "form[action*=Write]")
            : await assessor.PostAsync($"{page}?handler=Write", new(fields) { ["version"] = $"{version}" });
    }

    public async Task<HttpResponseMessage> SendAsync(RunningEdition edition) =>
        await (await app.SignedInAsync(Role.Approver)).SendFormAsync(Replies(edition), [], "form[action*=Send]");

    public async Task<string> BenchTextAsync(RunningEdition edition, string criterion) =>
        (await (await Appraiser.OfAsync(app, edition)).OpenAsync(criterion)).Body.ShouldNotBeNull().TextContent;
}

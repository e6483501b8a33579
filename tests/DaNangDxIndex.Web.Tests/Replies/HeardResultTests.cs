using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Hosting;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Replies;

/// <summary>
/// What is decided or corrected after the first round reaches the agency with the closing of the second, and not a moment earlier: the
/// agency asks every address that answers it, pages, API, workbooks and papers, and each says what it said before.
/// </summary>
public sealed partial class HeardResultTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Sentence = "Đã đối chiếu lần 2";
    private readonly TwoRounds _rounds = new(app);

    [Fact]
    public async Task A_second_decision_and_a_corrected_figure_are_heard_with_the_closing()
    {
        var edition = await _rounds.AppraisedAsync();
        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);
        foreach (var criterion in new[] { "A.1", "P.1" })
        {
            using var written = await _rounds.WriteAsync(edition, criterion, "Số liệu của cơ quan đúng");
        }
        using var sent = await _rounds.SendAsync(edition);
        await _rounds.MoveOnAsync(edition, EditionStage.Review);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var before = await AnswersAsync(edition, assessor);
        before.Count.ShouldBeGreaterThan(25);
        before.Keys.ShouldContain(address => address.EndsWith("/result", StringComparison.Ordinal));
        var lead = await Appraiser.OfAsync(app, edition);
        await CorrectAsync(edition, "files-online", "77");
        await CorrectAsync(edition, "late-reports", "3");
        using var decided = await lead.DecideAsync("A.1", VerdictDecision.Points, "33", ReasonCode.FigureContradicted, Sentence);
        using var other = await lead.DecideAsync("P.1", VerdictDecision.Accept, sentence: Sentence);
        (await edition.VerdictsAsync()).Where(verdict => verdict is { Round: 2, Stale: false }).Select(verdict => verdict.Criterion)
            .ShouldBe(["A.1", "P.1"]);

        var meanwhile = await AnswersAsync(edition, assessor);

        ToldEarly(before, meanwhile).ShouldBeEmpty();
        using var closed = await lead.CloseAsync();
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Final);
        var result = await ResultAsync(edition, assessor);
        foreach (var told in new[] { Sentence, "77&#xA0;hồ sơ", "33,00" })
            result.ShouldContain(told);
    }

    [Fact]
    public async Task A_criterion_that_was_opened_again_is_heard_with_its_closing()
    {
        var edition = await RunningEdition.AddAsync(app, others: AssessmentState.NotSubmitted);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var first = await lead.CloseAsync();
        await _rounds.MoveOnAsync(edition, EditionStage.Final);
        using var asked = await (await app.SignedInAsync(Role.Office)).PostAsync(
            $"{edition.Progress}/{RunningEdition.Agency}/reopening?handler=Ask",
            new() { ["criterion"] = "A.1", ["request"] = "Theo kiến nghị của phường" });
        using var opened = await lead.ReopenAsync("Xem xét lại số hồ sơ");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Reopened);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var before = await AnswersAsync(edition, assessor);
        await CorrectAsync(edition, "files-online", "77");
        using var decided = await lead.DecideLateAsync(
            "A.1", (await edition.VerdictsAsync())[0].Version, VerdictDecision.Points, "33", ReasonCode.FigureContradicted, Sentence);
        (await edition.VerdictsAsync())[0].Points.ShouldBe(33);

        var meanwhile = await AnswersAsync(edition, assessor);

        ToldEarly(before, meanwhile).ShouldBeEmpty();
        using var closed = await lead.CloseAsync();
        (await ResultAsync(edition, assessor)).ShouldContain(Sentence);
    }

    private async Task CorrectAsync(RunningEdition edition, string figure, string value)
    {
        var version = (await edition.FigureAsync(figure)).ShouldNotBeNull().Version;
        using var corrected = await (await Appraiser.OfAsync(app, edition)).CorrectAsync(figure, version, value, Sentence);
        (await edition.FigureAsync(figure)).ShouldNotBeNull().Accepted.ShouldBe(value);
    }

    private static IEnumerable<string> ToldEarly(Dictionary<string, string> before, Dictionary<string, string> meanwhile) =>
        before.Keys.Where(address => meanwhile.GetValueOrDefault(address) != before[address]);

    private static async Task<string> ResultAsync(RunningEdition edition, Visitor assessor) => await assessor.Http.GetStringAsync(
        new Uri($"/da-nang/vi/assessments/{edition.Year}/{RunningEdition.Agency}/result", UriKind.Relative));

    /// <summary>By address what the agency is answered, for all that names no more than an edition, an agency and a criterion.</summary>
    private async Task<Dictionary<string, string>> AnswersAsync(RunningEdition edition, Visitor assessor)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in await AddressesAsync(edition))
        {
            using var answer = await assessor.Http.GetAsync(new Uri(address, UriKind.Relative));
            if (answer.IsSuccessStatusCode)
                answers[address] = TextOf(await answer.Content.ReadAsByteArrayAsync());
        }
        return answers;
    }

    private async Task<List<string>> AddressesAsync(RunningEdition edition) =>
    [
        .. from endpoint in await Endpoints.OfAsync(app)
           from method in endpoint.Methods
           where method.StartsWith("GET", StringComparison.Ordinal)
           from criterion in endpoint.Pattern.Contains("{criterion}") ? ["A.1", "P.1"] : new[] { "" }
           from component in endpoint.Pattern.Contains("{component}") ? ["A", "P"] : new[] { "" }
           let path = Endpoints.Filled(endpoint.Pattern, (name, _) => name switch
           {
               "year" => edition.Year.ToString(CultureInfo.InvariantCulture),
               "agency" => RunningEdition.Agency,
               "criterion" => criterion,
               "component" => component,
               _ => "{}",
           })
           where !path.Contains("{}") && (path.Contains(RunningEdition.Agency) || path is "/work" or "/notices")
           from form in method.Contains("Report") || method.Contains("Minutes") ? ["&form=docx", "&form=pdf"] : new[] { "" }
           let query = (method.Split(' ') is [_, var handler] ? $"?handler={handler}" : "") + form
           select (path.StartsWith("/api/", StringComparison.Ordinal) ? "/da-nang" : "/da-nang/vi") + path + query,
    ];

    /// <summary>Of a workbook or a DOCX the texts of its parts; what hides a reader's form is left out.</summary>
    private static string TextOf(byte[] answer)
    {
        if (!answer.AsSpan().StartsWith("PK"u8))
            return Token().Replace(Encoding.UTF8.GetString(answer), "");
        using var parts = new ZipArchive(new MemoryStream(answer));
        return string.Join('\n', parts.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal).Select(part =>
        {
            using var text = new StreamReader(part.Open());
            return $"{part.FullName}\n{text.ReadToEnd()}";
        }));
    }

    [GeneratedRegex("""<input name="__RequestVerificationToken"[^>]*>""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

using System.Globalization;
using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Journeys;

/// <summary>
/// The year as a city runs it: one agency from its first figure to its final result, through both rounds and a reopening, by everybody who
/// has a part in it; once in each language.
/// </summary>
public abstract class TwoRoundsJourneyTests(Product product, string language)
{
    private const int Year = 2026;
    private const string Agency = "w25-hai-chau";
    private const string Sheet = $"/assessments/2026/{Agency}";
    private const string Bench = $"/appraisal/2026/{Agency}";

    private bool IsVietnamese => language == "vi";

    [Fact]
    public async Task One_agency_comes_from_entering_to_final_through_two_rounds_and_a_reopening()
    {
        var (office, assessor, approver, lead) = (
            await SignedInAsync("office"), await SignedInAsync("assessor"), await SignedInAsync("approver"),
            await SignedInAsync("leadAppraiser"));
        await PrepareAsync(office);
        await EnterAsync(assessor);
        await SendBackAndMendAsync(approver, assessor);
        await Desk.SubmitAsync(approver, Sheet);
        await StandingOffice.LoadAsync(
            office, Year, $"{Agency},late-reports,0\n{Agency},false-figures,0\n{Agency},satisfaction,91.5\n");
        await CloseEntryAsync(office);
        await AppraiseAsync(lead);
        await StandingOffice.MoveOnAsync(office, Year, Say("Giải trình", "Agency replies"));
        await ReplyAsync(assessor, approver);
        await StandingOffice.MoveOnAsync(office, Year, Say("Thẩm định lần 2", "Second appraisal"));
        await AppraiseAgainAsync(lead);
        await StandingOffice.MoveOnAsync(office, Year, Say("Chờ công bố", "Ready to publish"));
        await ReopenAsync(office, lead);
        await HearAsync(assessor);
        await LookBackAsync();
        foreach (var person in new[] { office, assessor, approver, lead })
            person.Faults.ShouldBeEmpty();
    }

    /// <summary>An edition of two rounds, copied from the year before.</summary>
    private async Task PrepareAsync(Person office)
    {
        await office.OpenAsync("/editions");
        await office.Page.FillAsync("#year", "2026");
        await office.Page.CheckAsync("#from");
        await office.Page.ClickAsync("form:has(#year) button[type=submit]");
        await office.ArriveAsync("/editions/2026/office");
        await office.OpenAsync("/editions/2026/office/calendar");
        var today = DateTime.Today;
        foreach (var (field, days) in new[] { ("EntryOpens", -1), ("EntryCloses", 30), ("AppraisalEnds", 60), ("Publishes", 120) })
            await office.Page.FillAsync($"#{field}", Day(days));
        await office.Page.CheckAsync("#Rounds-2", new() { Force = true });
        await office.Page.FillAsync("#RepliesEnd", Day(75));
        await office.Page.FillAsync("#ReviewEnds", Day(90));
        await office.Page.ClickAsync("form:has(#RepliesEnd) button[type=submit]");
        await office.Page.Locator(".banner-success").WaitForAsync();
        await LookAsync(office, "01-calendar");
        await office.OpenAsync("/editions/2026/office/open");
        await office.Page.CheckAsync("#known", new() { Force = true });
        await office.Page.ClickAsync("form:has(#known) button[type=submit]");
        await office.Page.Locator(".banner-success").WaitForAsync();

        string Day(int days) => today.AddDays(days).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
    }

    private async Task EnterAsync(Person assessor)
    {
        await assessor.OpenAsync($"{Sheet}/components/online-services");
        foreach (var (figure, value) in new[] { ("files-received", "3471"), ("files-online", "3468"), ("files-settled", "4086"),
            ("files-on-time", "4077") })
            await Desk.FillAsync(assessor, figure, value);
        await LookAsync(assessor, "02-grid");
        await Desk.UploadAsync(assessor, Sheet, "5.2", Say("Báo cáo thủ tục hành chính", "Report on procedures"));
        await LookAsync(assessor, "03-evidence");
        await Desk.AttachAsync(assessor, Sheet, "5.3");
        await Desk.AskForApprovalAsync(assessor, Sheet);
    }

    /// <summary>The approver names a criterion, the assessor mends it, and the approver sees what was answered.</summary>
    private async Task SendBackAndMendAsync(Person approver, Person assessor)
    {
        var reason = Say("Số hồ sơ đúng hạn chưa trừ hồ sơ rút.", "Files that were withdrawn are still counted as settled on time.");
        await approver.OpenAsync($"{Sheet}/check");
        await approver.Page.Locator(".named-criteria details", new() { Has = approver.Page.Locator("[name='Criteria[5.3]']") })
            .Locator("summary").ClickAsync();
        await approver.Page.FillAsync("[name='Criteria[5.3]']", reason);
        await LookAsync(approver, "04-send-back");
        await approver.Page.ClickAsync("form[action*='handler=SendBack'] button");
        await approver.ArriveAsync(Sheet);

        await assessor.OpenAsync(Sheet);
        await LookAsync(assessor, "05-sent-back");
        await assessor.Page.ClickAsync("#to-mend a");
        await assessor.ArriveAsync("show=returned");
        (await assessor.Page.Locator("[data-criterion]").CountAsync()).ShouldBe(1);
        await Assertions.Expect(assessor.Page.Locator(".to-mend").First).ToContainTextAsync(reason);
        await Desk.FillAsync(assessor, "files-on-time", "4070");
        await LookAsync(assessor, "06-mended");
        await Desk.AskForApprovalAsync(assessor, Sheet);

        await approver.OpenAsync($"{Sheet}/check");
        await Assertions.Expect(approver.Page.Locator("[data-given-back='5.3'] .status"))
            .ToContainTextAsync(Say("Đã chỉnh sửa: số liệu", "Changed since: figures"));
        await Assertions.Expect(approver.Page.Locator("#changed-since")).ToContainTextAsync(Say("4.070", "4,070"));
        await LookAsync(approver, "07-check-again");
    }

    private async Task CloseEntryAsync(Person office)
    {
        await product.PassNextDeadlineAsync(Year);
        foreach (var person in new[] { office, await SignedInAsync("office2") })
            await StandingOffice.RecordNotSubmittedAsync(person, Year, Say("Hết hạn nộp", "Past the deadline"));
        await LookAsync(office, "08-progress");
        await StandingOffice.MoveOnAsync(office, Year, Say("Thẩm định lần 1", "First appraisal"));
    }

    /// <summary>What the evidence does not carry is refused, with its reason; the rest is accepted; the round is closed.</summary>
    private async Task AppraiseAsync(Person lead)
    {
        var appraiser = await SignedInAsync("appraiser");
        await Journeys.Bench.AcceptRestAsync(appraiser, Agency, Year);
        await DecideAsync(
            lead, "5.2", "3", "EvidenceInsufficient",
            Say("Báo cáo không ghi số hồ sơ trực tuyến.", "The report does not say how many files came online."));
        await Journeys.Bench.AcceptRestAsync(lead, Agency, Year);
        await Journeys.Bench.DecideMarkedAsync(lead, Agency, Year);
        await lead.OpenAsync($"{Bench}/round");
        await LookAsync(lead, "09-round-one");
        await lead.Page.ClickAsync("form[action*='handler=Close'] button");
        await Assertions.Expect(lead.Page.Locator("#signed-result .digest")).ToHaveCountAsync(1);
        await LookAsync(lead, "10-round-closed");
    }

    /// <summary>The agency answers one criterion, with a new piece of evidence, and its approver sends it.</summary>
    private async Task ReplyAsync(Person assessor, Person approver)
    {
        var piece = Say("Kết xuất từ Cổng dịch vụ công", "Export of the service portal");
        await assessor.OpenAsync($"{Sheet}/result");
        await LookAsync(assessor, "11-first-result");
        await assessor.Page.ClickAsync("a[href$='/replies/5.2']");
        await assessor.ArriveAsync("/replies/5.2");
        await assessor.Page.FillAsync(
            "#sentence", Say("Cổng dịch vụ công ghi 3.468 hồ sơ trực tuyến.", "The service portal counts 3,468 files online."));
        await assessor.Page.ClickAsync("form[action*='handler=Write'] button");
        await Desk.UploadAsync(assessor, Sheet, "5.2", piece, "2");
        await assessor.OpenAsync($"{Sheet}/replies/5.2");
        await LookAsync(assessor, "12-reply");
        await approver.OpenAsync($"{Sheet}/replies");
        await Assertions.Expect(approver.Page.Locator(".reply .attached")).ToContainTextAsync(piece);
        await LookAsync(approver, "13-send-replies");
        await approver.Page.ClickAsync("form[action*='handler=Send'] button");
        await approver.Page.Locator(".banner-success").WaitForAsync();
    }

    /// <summary>Only what was answered is judged anew.</summary>
    private async Task AppraiseAgainAsync(Person lead)
    {
        await lead.OpenAsync($"{Bench}?criterion=5.3");
        (await lead.Page.Locator("form[data-verdict]").CountAsync()).ShouldBe(0);
        await lead.OpenAsync(Bench);
        (await lead.Page.Locator("[data-bench-line='waits']").CountAsync()).ShouldBe(1);
        await Assertions.Expect(lead.Page.Locator("#reply")).ToContainTextAsync(Say("3.468", "3,468"));
        await LookAsync(lead, "14-second-round");
        await lead.Page.CheckAsync("#decision-Accept", new() { Force = true });
        await lead.Page.FillAsync("#Points", "");
        await lead.Page.SelectOptionAsync("#Reason", "");
        await lead.Page.FillAsync("#Sentence", Say("Đã đối chiếu với Cổng dịch vụ công.", "Compared with the service portal."));
        await lead.Page.ClickAsync("form[data-verdict] button");
        await Assertions.Expect(lead.Page.Locator("[data-bench-line='waits']")).ToHaveCountAsync(0);
        await CloseAsync(lead);
    }

    /// <summary>The office asks, the lead opens, decides the one criterion anew and closes it again.</summary>
    private async Task ReopenAsync(Person office, Person lead)
    {
        await office.OpenAsync($"/editions/2026/progress/{Agency}/reopening");
        await office.Page.SelectOptionAsync("#criterion", "5.3");
        await office.Page.FillAsync("#request", Say("Có khiếu nại về số hồ sơ đúng hạn.", "There is a complaint about files on time."));
        await LookAsync(office, "15-ask-to-reopen");
        await office.Page.ClickAsync("form[action*='handler=Ask'] button");
        await lead.OpenAsync($"{Bench}/reopening");
        await lead.Page.FillAsync("#reason", Say("Xem lại theo đề nghị.", "To be looked at again as asked."));
        await LookAsync(lead, "16-reopening");
        await lead.Page.ClickAsync("form:has(#reason) button");
        await lead.ArriveAsync("criterion=5.3");
        await DecideAsync(lead, "5.3", "4", "FigureContradicted", Say("Có hồ sơ trễ hạn chưa tính.", "Late files were left out."));
        await lead.OpenAsync($"{Bench}/round");
        await Assertions.Expect(lead.Page.Locator("#changed-since-closed")).ToContainTextAsync("5.3");
        await LookAsync(lead, "17-reopened-round");
        await CloseAsync(lead);
    }

    private async Task CloseAsync(Person lead)
    {
        await lead.OpenAsync($"{Bench}/round");
        await lead.Page.ClickAsync("form[action*='handler=Close'] button");
        await Assertions.Expect(lead.Page.Locator("#signed-result")).ToContainTextAsync(
            Say("Kết quả thẩm định cuối cùng", "Final result of the appraisal"));
        await Assertions.Expect(lead.Page.Locator("#changed-since-closed")).ToHaveCountAsync(0);
    }

    private async Task HearAsync(Person assessor)
    {
        await assessor.OpenAsync($"{Sheet}/result");
        var heard = await assessor.TextAsync();
        foreach (var words in IsVietnamese
            ? (string[])["Lần 1: ", "Lần 2: ", "Xem lại theo đề nghị.", "Có hồ sơ trễ hạn chưa tính."]
            : ["First appraisal: ", "Second appraisal: ", "To be looked at again as asked.", "Late files were left out."])
            heard.ShouldContain(words);
        await LookAsync(assessor, "18-final-result");
        await assessor.OpenAsync($"{Sheet}/papers");
        await LookAsync(assessor, "19-papers");
    }

    /// <summary>Who did what, in sentences, and what was changed after each deadline.</summary>
    private async Task LookBackAsync()
    {
        var auditor = await SignedInAsync("auditor");
        await auditor.OpenAsync($"/audit?agency={Agency}");
        await LookAsync(auditor, "20-trail");
        await auditor.OpenAsync("/editions/2026/after-close");
        await LookAsync(auditor, "21-after-close");
        var signatory = await SignedInAsync("signatory");
        await signatory.OpenAsync("/editions/2026/preview?group=wards");
        (await signatory.TextAsync()).ShouldContain(Say("Hải Châu", "Hai Chau"));
        signatory.Faults.ShouldBeEmpty();
        auditor.Faults.ShouldBeEmpty();
    }

    private async Task DecideAsync(Person lead, string criterion, string points, string reason, string sentence)
    {
        await lead.OpenAsync($"{Bench}?criterion={criterion}");
        await lead.Page.CheckAsync("#decision-Points", new() { Force = true });
        await lead.Page.FillAsync("#Points", points);
        await lead.Page.SelectOptionAsync("#Reason", reason);
        await lead.Page.FillAsync("#Sentence", sentence);
        await lead.Page.RunAndWaitForResponseAsync(
            () => lead.Page.ClickAsync("form[data-verdict] button"),
            answer => answer.Request.Method == "POST" && answer.Url.Contains("handler=Verdict", StringComparison.Ordinal));
    }

    private async Task<Person> SignedInAsync(string who)
    {
        var person = await product.PersonAsync(language: language);
        await person.SignInAsync(who);
        return person;
    }

    /// <summary>
    /// No word of the other language, nothing that axe finds, nothing cut off on a phone; and a picture to look at. Colours are the same
    /// in both languages.
    /// </summary>
    private async Task LookAsync(Person person, string name)
    {
        if (!IsVietnamese)
            (await person.TextAsync()).ShouldNotMatch("(?i)tiêu chí|thẩm định|giải trình|số liệu|hồ sơ|kết quả", name);
        (await person.AxeAsync(colours: IsVietnamese)).ShouldBeEmpty();
        await person.Page.SetViewportSizeAsync(360, 780);
        (await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360, name);
        await Product.PictureAsync(person, $"{language}-{name}-360");
        await person.Page.SetViewportSizeAsync(1440, 900);
        await Product.PictureAsync(person, $"{language}-{name}-1440");
    }

    private string Say(string vietnamese, string english) => IsVietnamese ? vietnamese : english;
}

/// <inheritdoc />
public sealed class TwoRoundsInVietnameseTests(Product product) : TwoRoundsJourneyTests(product, "vi"), IClassFixture<Product>;

/// <inheritdoc />
public sealed class TwoRoundsInEnglishTests(Product product) : TwoRoundsJourneyTests(product, "en"), IClassFixture<Product>;

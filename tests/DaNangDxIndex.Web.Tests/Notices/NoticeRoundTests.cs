using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>
/// What the worker does again and again, at moments that the test says. Each test takes its own year, and the letters of its own days.
/// </summary>
public sealed class NoticeRoundTests(MailApp mail) : IClassFixture<MailApp>
{
    private static readonly string Assessor = DemoAccounts.UserName(Role.Assessor, "da-nang");
    private static readonly string Approver = DemoAccounts.UserName(Role.Approver, "da-nang");
    private static readonly DateOnly Today = VietNamTime.DayOf(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_deadline_is_told_once_to_each_person_however_many_make_the_round_at_once()
    {
        var edition = await OpenEdition.AddAsync(mail.App, EndOf(30));
        var morning = Morning(23);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => mail.RoundAsync(morning)));
        await mail.RoundAsync(morning.AddHours(3));

        foreach (var person in new[] { Assessor, Approver })
            (await mail.NoticesAsync(person, edition.Year)).Select(notice => notice.Kind).ShouldBe([NoticeKind.Deadline]);
        (await mail.NoticesAsync(DemoAccounts.UserName(Role.AgencyAdministrator, "da-nang"), edition.Year)).ShouldBeEmpty();
        (await mail.NoticesAsync(DemoAccounts.UserName(Role.Office, "da-nang"), edition.Year)).ShouldBeEmpty();
        var letters = mail.Carried.Where(letter => letter.Body.Contains($"năm {edition.Year}", StringComparison.Ordinal)).ToList();
        letters.Select(letter => letter.Address).Order().ShouldBe(new[] { Approver, Assessor }.Order());
        letters.Select(letter => letter.Id).ShouldBeUnique();
        letters[0].Body.ShouldContain($"Còn 7 ngày đến hạn nộp hồ sơ năm {edition.Year}");
        letters[0].Body.ShouldContain($"https://dx.example/da-nang/vi{edition.Path}\n");
    }

    [Fact]
    public async Task An_extension_is_told_and_moves_the_notices_of_the_deadline()
    {
        var edition = await OpenEdition.AddAsync(mail.App, EndOf(60));
        await mail.RoundAsync(Morning(57));
        var office = await mail.App.SignedInAsync(Role.Office);
        using var extended = await office.SendFormAsync(
            $"/editions/{edition.Year}/progress/{edition.Agency}",
            new() { ["lastDay"] = VietNamTime.Day(Today.AddDays(70), "vi"), ["extendReason"] = "Bão số 9" }, "form[action*=Extend]");

        await mail.RoundAsync(Morning(59));
        await mail.RoundAsync(Morning(67));

        var told = await mail.NoticesAsync(Assessor, edition.Year);
        told.Where(notice => notice.Kind == NoticeKind.Deadline).Select(notice => notice.Key.Split('/')[^2..]).ShouldBe(
            [[Iso(60), "3"], [Iso(70), "3"]]);
        told.ShouldContain(notice => notice.Kind == NoticeKind.Extended && notice.Sentence.Vi.EndsWith("Lý do: Bão số 9"));
    }

    [Fact]
    public async Task Routine_notices_wait_for_one_letter_a_day_in_the_morning_and_what_was_read_is_not_sent()
    {
        var edition = await OpenEdition.AddAsync(mail.App, EndOf(84));
        await mail.RoundAsync(Morning(83).AddHours(-2));
        OfYear(edition).ShouldBeEmpty("it is six in the morning");

        await mail.RoundAsync(Morning(83));
        OfYear(edition).Count(letter => letter.Address == Assessor).ShouldBe(1);

        // A second one on the same day waits for the next, and goes to nobody who has read it meanwhile.
        await mail.App.InDatabaseAsync("da-nang", db => db.Set<Assessment>()
            .Where(assessment => assessment.Year == edition.Year && assessment.Agency == edition.Agency)
            .ExecuteUpdateAsync(set => set
                .SetProperty(assessment => assessment.ExtendedTo, EndOf(86))
                .SetProperty(assessment => assessment.ExtensionReason, "Bão")));
        await mail.RoundAsync(Morning(83).AddHours(5));
        OfYear(edition).Count(letter => letter.Address == Assessor).ShouldBe(1);
        using var read = await (await mail.App.SignedInAsync(Role.Approver)).SendFormAsync("/notices", [], "form[action*=All]");
        await mail.RoundAsync(Morning(84));

        OfYear(edition).Count(letter => letter.Address == Assessor).ShouldBe(2);
        OfYear(edition).Count(letter => letter.Address == Approver).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_has_chosen_English_gets_English_letters()
    {
        var edition = await OpenEdition.AddAsync(mail.App, EndOf(120));
        var approver = await mail.App.SignedInAsync(Role.Approver);
        using var chosen = await approver.SendFormAsync("/notices", new() { ["language"] = "en" }, "form[action*=Language]");

        await mail.RoundAsync(Morning(119));
        using var back = await approver.SendFormAsync("/notices", new() { ["language"] = "vi" }, "form[action*=Language]");

        var letters = mail.Carried.Where(letter => letter.Body.Contains(edition.Path, StringComparison.Ordinal))
            .ToDictionary(letter => letter.Address);
        letters[Approver].Body.ShouldContain("1 day is left to submit");
        letters[Approver].Body.ShouldContain($"https://dx.example/da-nang/en{edition.Path}");
        letters[Assessor].Body.ShouldContain("Còn 1 ngày");
    }

    private List<Letter> OfYear(OpenEdition edition) =>
        [.. mail.Carried.Where(letter => letter.Body.Contains($"năm {edition.Year}", StringComparison.Ordinal))];

    private static DateTimeOffset Morning(int days) => VietNamTime.At(Today.AddDays(days), new(8, 0)).ToUniversalTime();

    private static DateTimeOffset EndOf(int days) => VietNamTime.EndOf(Today.AddDays(days)).ToUniversalTime();

    private static string Iso(int days) => Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

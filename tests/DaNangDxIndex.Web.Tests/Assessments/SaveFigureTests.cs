using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

public sealed class SaveFigureTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_saved_figure_answers_with_its_version_and_with_the_points_it_earns()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        await assessor.SavedAsync("files-received", "3.471");

        var answer = await assessor.SavedAsync("files-online", "3.468");

        answer["value"].ShouldNotBeNull().GetValue<string>().ShouldBe("3.468");
        answer["version"].ShouldNotBeNull().GetValue<int>().ShouldBe(1);
        answer["savedAt"].ShouldNotBeNull().GetValue<string>().ShouldMatch("^[0-9]{2}:[0-9]{2}$");
        var criterion = answer["criteria"].ShouldNotBeNull().AsArray().ShouldHaveSingleItem().ShouldNotBeNull();
        criterion["code"].ShouldNotBeNull().GetValue<string>().ShouldBe("A.1");
        criterion["points"].ShouldNotBeNull().GetValue<string>().ShouldBe("50,00");
        criterion["explanation"].ShouldNotBeNull().GetValue<string>().ShouldContain("99,91");
        answer["component"].ShouldNotBeNull()["points"].ShouldNotBeNull().GetValue<string>().ShouldBe("50,00");
        answer["total"].ShouldNotBeNull()["points"].ShouldNotBeNull().GetValue<string>().ShouldBe("50,00");
        answer["progress"].ShouldNotBeNull().ToJsonString().ShouldBe("""{"filled":2,"of":7,"doubts":0}""");
    }

    [Fact]
    public async Task One_figure_moves_every_criterion_that_reads_it()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        await assessor.SavedAsync("files-online", "50");
        await assessor.SavedAsync("files-paid", "50");

        var answer = await assessor.SavedAsync("files-received", "100");

        answer["criteria"].ShouldNotBeNull().AsArray()
            .Select(criterion => criterion.ShouldNotBeNull()["code"].ShouldNotBeNull().GetValue<string>())
            .ShouldBe(["A.1", "B.2"]);
    }

    [Fact]
    public async Task What_depends_on_other_agencies_is_not_computed_and_gives_nothing_away()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));

        var answer = await assessor.SavedAsync("articles", "12");

        answer["criteria"].ShouldNotBeNull()[0].ShouldNotBeNull()["points"].ShouldNotBeNull().GetValue<string>().ShouldBe("chưa tính");
        answer["total"].ShouldNotBeNull()["points"].ShouldNotBeNull().GetValue<string>().ShouldBe("0,00");
    }

    [Theory]
    [InlineData("vi", "files-received", "1234", "1234")]
    [InlineData("vi", "files-received", "1.234", "1234")]
    [InlineData("vi", "files-received", " 1.234.567 ", "1234567")]
    [InlineData("vi", "files-received", "1 297", "1297")]
    [InlineData("en", "files-received", "1\u00A0297", "1297")]
    [InlineData("vi", "coverage", "98,06", "98.06")]
    [InlineData("vi", "coverage", " 98,06 % ", "98.06")]
    [InlineData("vi", "coverage", "98,060", "98.06")]
    [InlineData("en", "coverage", "98.06", "98.06")]
    [InlineData("en", "files-received", "1,234", "1234")]
    [InlineData(null, "coverage", "98.06", "98.06")]
    [InlineData(null, "files-received", "1234", "1234")]
    [InlineData("vi", "files-received", "0", "0")]
    [InlineData("vi", "plan", "yes", "yes")]
    [InlineData("vi", "head", "chair", "chair")]
    public async Task Numbers_are_taken_as_they_are_typed_in_the_language_of_the_page(
        string? language, string figure, string typed, string stored)
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));

        await assessor.SavedAsync(figure, typed, language: language);

        (await edition.StoredAsync(figure)).ShouldNotBeNull().Declared.ShouldBe(stored);
    }

    [Theory]
    [InlineData("vi", "coverage", "98.06", "98,06")]
    [InlineData("en", "coverage", "98,06", "98.06")]
    [InlineData("vi", "coverage", "1,234.5", null)]
    [InlineData("vi", "files-received", "12,5", null)]
    [InlineData("vi", "files-received", "98,06%", null)]
    [InlineData("vi", "files-received", "-1", null)]
    [InlineData("vi", "files-received", "９８", null)]
    [InlineData("vi", "files-received", "1e3", null)]
    [InlineData("vi", "files-received", "1.23", null)]
    [InlineData("vi", "files-received", "hai mươi", null)]
    [InlineData("vi", "coverage", "100,01", "100")]
    [InlineData("vi", "plan", "maybe", null)]
    [InlineData("vi", "head", "king", null)]
    [InlineData(null, "coverage", "98,06", null)]
    [InlineData(null, "files-received", "1.234,5", null)]
    public async Task A_number_that_is_ambiguous_or_impossible_is_refused_with_a_sentence(
        string? language, string figure, string typed, string? spelling)
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));

        using var answer = await assessor.SaveAsync(figure, typed, language: language);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/problem+json");
        var detail = (await Saving.BodyAsync(answer))["detail"].ShouldNotBeNull().GetValue<string>();
        detail.ShouldNotBeEmpty();
        if (spelling is not null)
            detail.ShouldContain(spelling);
        (await edition.StoredAsync(figure)).ShouldBeNull();
    }

    [Fact]
    public async Task Emptying_a_field_makes_it_blank_which_is_not_zero()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        await assessor.SavedAsync("coverage", "0");

        var answer = await assessor.SavedAsync("coverage", "  ", version: 1);

        answer["value"].ShouldBeNull();
        answer["progress"].ShouldNotBeNull()["filled"].ShouldNotBeNull().GetValue<int>().ShouldBe(0);
        (await edition.StoredAsync("coverage")).ShouldNotBeNull().Declared.ShouldBeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"value":5}""")]
    [InlineData("""{"values":"5"}""")]
    public async Task A_body_that_does_not_name_the_value_empties_nothing(string body)
    {
        var edition = await OpenEdition.AddAsync(app);
        var visitor = await app.SignedInAsync(Role.Assessor);
        await (await Saving.AsAsync(edition, visitor)).SavedAsync("coverage", "5");
        using var request = new HttpRequestMessage(
            HttpMethod.Patch,
            new Uri($"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/figures/coverage", UriKind.Relative))
        {
            Content = new StringContent(body, null, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        request.Headers.Add("RequestVerificationToken", await visitor.TokenAsync("/work"));

        using var answer = await visitor.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await edition.StoredAsync("coverage")).ShouldNotBeNull().Declared.ShouldBe("5");
    }

    [Fact]
    public async Task A_save_without_the_version_that_was_seen_is_refused()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));

        using var answer = await assessor.SaveAsync("coverage", "5", version: null);

        answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await edition.StoredAsync("coverage")).ShouldBeNull();
    }

    [Fact]
    public async Task The_second_of_two_people_sees_both_values_and_overwrites_only_knowingly()
    {
        var edition = await OpenEdition.AddAsync(app);
        var first = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        var second = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Approver));
        await first.SavedAsync("coverage", "98,06");

        using var answer = await second.SaveAsync("coverage", "97,5");

        answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var problem = await Saving.BodyAsync(answer);
        problem["yours"].ShouldNotBeNull().GetValue<string>().ShouldBe("97,5");
        problem["theirs"].ShouldNotBeNull().GetValue<string>().ShouldBe("98,06");
        problem["theirsBy"].ShouldNotBeNull().GetValue<string>().ShouldBe("Nguyễn Thị Nhập");
        problem["isOwn"].ShouldNotBeNull().GetValue<bool>().ShouldBeFalse();
        problem["detail"].ShouldNotBeNull().GetValue<string>().ShouldStartWith("Nguyễn Thị Nhập đã lưu một giá trị khác lúc ");
        problem["version"].ShouldNotBeNull().GetValue<int>().ShouldBe(1);
        (await edition.StoredAsync("coverage")).ShouldNotBeNull().Declared.ShouldBe("98.06");
        (await second.SavedAsync("coverage", "97,5", version: 1))["version"].ShouldNotBeNull().GetValue<int>().ShouldBe(2);
    }

    [Theory]
    [InlineData("vi", "Bạn (ở cửa sổ hoặc thiết bị khác) đã lưu một giá trị khác lúc ")]
    [InlineData("en", "You (in another window or on another device) saved a different value at ")]
    public async Task Whoever_saves_in_two_windows_is_told_that_it_was_themselves(string language, string said)
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        await assessor.SavedAsync("coverage", "98", language: language);

        using var answer = await assessor.SaveAsync("coverage", "97", language: language);

        answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var problem = await Saving.BodyAsync(answer);
        problem["detail"].ShouldNotBeNull().GetValue<string>().ShouldStartWith(said);
        problem["isOwn"].ShouldNotBeNull().GetValue<bool>().ShouldBeTrue();
        problem["theirs"].ShouldNotBeNull().GetValue<string>().ShouldBe("98");
    }

    [Fact]
    public async Task The_same_value_sent_again_is_saved_once()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));

        await assessor.SavedAsync("coverage", "98,06");
        var again = await assessor.SavedAsync("coverage", "98,060");

        again["version"].ShouldNotBeNull().GetValue<int>().ShouldBe(1);
        (await AuditedAsync(edition)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Every_change_stands_in_the_audit_trail_with_what_was_there_before()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        await assessor.SavedAsync("coverage", "98,06");
        await assessor.SavedAsync("coverage", "98,1", version: 1);

        var entries = await AuditedAsync(edition);

        entries.Select(entry => (entry.Verb, entry.AccountName, entry.Before, entry.After)).ShouldBe(
        [
            ("figure.declare", "Nguyễn Thị Nhập", "{}", """{"declared": "98.06"}"""),
            ("figure.declare", "Nguyễn Thị Nhập", """{"declared": "98.06"}""", """{"declared": "98.1"}"""),
        ]);
    }

    [Fact]
    public async Task Part_above_whole_is_saved_with_a_word_of_doubt()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        await assessor.SavedAsync("files-received", "100");

        var answer = await assessor.SavedAsync("files-online", "120");

        var doubt = answer["doubts"].ShouldNotBeNull().AsArray().ShouldHaveSingleItem().ShouldNotBeNull();
        doubt["sentence"].ShouldNotBeNull().GetValue<string>().ShouldContain("lớn hơn");
        doubt["figure"].ShouldNotBeNull().GetValue<string>().ShouldBe("files-online");
        doubt["isAnswered"].ShouldNotBeNull().GetValue<bool>().ShouldBeFalse();
    }

    private Task<List<AuditEntry>> AuditedAsync(OpenEdition edition) =>
        app.InDatabaseAsync("da-nang", db => db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => entry.Subject.StartsWith($"editions/{edition.Year}/")).OrderBy(entry => entry.Number).ToListAsync());
}

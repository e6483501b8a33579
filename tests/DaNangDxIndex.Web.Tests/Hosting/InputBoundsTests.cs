using System.Net;
using System.Net.Http.Json;
using System.Text;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>Nothing is computed on an input that no person types: too long, too many marks in a row, in another form of text.</summary>
public sealed class InputBoundsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Marks = "a" + new string('\u0300', 5000);

    [Fact]
    public async Task A_row_of_marks_in_a_form_is_a_bad_request() =>
        (await app.Visitor().SendFormAsync("/accounts/sign-in", new() { ["UserName"] = "nobody", ["Password"] = Marks }))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData(31, HttpStatusCode.BadRequest)]
    [InlineData(30, HttpStatusCode.OK)]
    public async Task An_address_bears_at_most_thirty_marks_in_a_row(int marks, HttpStatusCode status) =>
        (await app.Visitor().GetAsync($"/editions/2024?q=a{Uri.EscapeDataString(new string('\u0323', marks))}")).StatusCode
            .ShouldBe(status);

    [Theory]
    [InlineData("/editions/2024/agencies/%20")]
    [InlineData("/appraisal/2024/groups/%C2%A0/criteria/A.1")]
    public async Task A_part_of_an_address_that_is_nothing_but_spaces_names_nothing(string path) =>
        (await (await app.SignedInAsync(Role.LeadAppraiser)).GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_text_of_a_program_is_bounded_as_well()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        foreach (var value in new[] { Marks, new string('1', 25_000_000), "1\0" })
        {
            using var answer = await assessor.SaveAsync("files-received", value);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (answer.Content.Headers.ContentType?.MediaType).ShouldBe("application/problem+json");
        }
    }

    [Theory]
    [InlineData(Role.Approver, "POST", "agencies/w25-hai-chau/assessment/send-back", "criteria")]
    [InlineData(Role.LeadAppraiser, "POST", "agencies/w25-hai-chau/appraisal/return", "criteria")]
    [InlineData(Role.Assessor, "PUT", "agencies/w25-hai-chau/replies/A.1", "claims")]
    [InlineData(Role.Office, "PUT", "preparation/groups/wards25/units", "figures")]
    public async Task A_name_that_a_program_chooses_is_bounded_as_well(Role role, string method, string path, string member)
    {
        var visitor = await app.SignedInAsync(role);
        foreach (var name in new[] { Marks, new string('a', 257), new string('a', 900_000), "a\0" })
        {
            var body = new Dictionary<string, object?> { [member] = new Dictionary<string, string> { [name] = "x" } };
            using var answer = await SendAsync(visitor, method, $"editions/2025/{path}", body);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await answer.Content.ReadAsStringAsync());
            (await answer.Content.ReadAsStringAsync()).Length.ShouldBeLessThan(1000);
        }

        using var known = await SendAsync(visitor, method, $"editions/2025/{path}", new Dictionary<string, object?>
        {
            [member] = new Dictionary<string, string> { [new string('a', 256)] = "x" },
        });
        known.StatusCode.ShouldNotBe(HttpStatusCode.BadRequest, "that name is judged by what it names");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("name")]
    public async Task A_criteria_file_of_a_program_is_bounded_and_says_so(string which)
    {
        var edition = await DraftEdition.AddAsync(app);
        foreach (var typed in new[] { Marks, new string('a', 20_001), "a\0" })
        {
            object criteria = which == "text" ? new { edition = edition.Year, name = typed }
                : new Dictionary<string, object> { ["edition"] = edition.Year, [typed] = new[] { 1, 2 } };
            using var answer = await SendAsync(
                await app.SignedInAsync(Role.Office), "PUT", $"editions/{edition.Year}/preparation/groups/{DraftEdition.Group}/criteria",
                new Dictionary<string, object?> { ["seen"] = "", ["criteria"] = criteria });
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var told = await answer.Content.ReadAsStringAsync();
            told.ShouldContain("ký tự không hợp lệ");
            told.Length.ShouldBeLessThan(3000);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(
        Visitor visitor, string method, string path, Dictionary<string, object?> body)
    {
        using var request = new HttpRequestMessage(new(method), new Uri($"/da-nang/api/v1/{path}", UriKind.Relative))
        {
            Content = JsonContent.Create(body),
            Headers = { { "RequestVerificationToken", await visitor.TokenAsync("/accounts/password") }, { "If-Match", "\"0\"" } },
        };
        return await visitor.Http.SendAsync(request);
    }

    [Fact]
    public async Task What_only_reads_takes_nothing_from_a_form()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/da-nang/vi/editions/2024", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("q", "không có cơ quan nào tên như vậy")]),
        };
        var page = await Visitor.ReadAsync(await app.Visitor().Http.SendAsync(request));
        page.QuerySelectorAll("tbody tr").Length
            .ShouldBe((await app.Visitor().OpenAsync("/editions/2024")).QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json")]
    public async Task Another_form_of_text_than_utf_8_is_said_to_be_unsupported(string type)
    {
        var visitor = await app.SignedInAsync(Role.Office);
        using var content = new StringContent("{}", Encoding.Unicode, type);
        (await visitor.Http.PostAsync(new Uri(visitor.Address("/accounts/password"), UriKind.Relative), content))
            .StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task The_server_itself_takes_no_body_beyond_one_megabyte()
    {
        var served = new TestApp { OverNetwork = true };
        await served.InitializeAsync();
        try
        {
            using var content = new FormUrlEncodedContent([new("UserName", new string('a', 2_000_000))]);
            (await served.Visitor().Http.PostAsync(new Uri("/da-nang/vi/accounts/sign-in", UriKind.Relative), content))
                .StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        }
        finally
        {
            await served.DisposeAsync();
        }
    }
}

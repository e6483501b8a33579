using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Accounts;

/// <summary>What was typed at length comes through every step of the sign-in as well.</summary>
public sealed partial class SecondFactorTests
{
    /// <summary>Each as long as a reason may be, of letters that are nine characters of a form.</summary>
    private static readonly IReadOnlyList<string> Reasons =
        [.. Enumerable.Range(1, 20).Select(number => $"Lý do {number}: ".PadRight(1000, 'ế'))];

    private static readonly string[] Known = ["A.1", "A.2", "B.1", "B.2"];

    [Fact]
    public async Task Twenty_reasons_of_a_thousand_letters_come_through_password_and_code_to_the_form_they_were_typed_into()
    {
        var edition = await OpenEdition.AddAsync(app);
        await (await app.SignedInAsync(Role.Assessor)).SendFormAsync($"{edition.Path}/check", [], "form[action*=Ask]");
        var administrator = await app.SignedInAsync(Role.Administrator);
        using var added = await administrator.AddAsync("at-length", "approver", edition.Agency);
        await app.Visitor().ChooseAsync(await People.LinkAsync(added), Chosen);
        var (_, codes, _) = await SetUpAsync(await app.SignInAsync("at-length", Chosen));

        var visitor = app.Visitor();
        using var signIn = await SendAsync(visitor, $"{edition.Path}/check?handler=SendBack", Typed());
        signIn.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var wrong = await SendAsync(visitor, "/accounts/sign-in", await FieldsAsync(signIn, "#Password",
            ("UserName", "at-length"), ("Password", "not the password")));
        using var half = await SendAsync(visitor, "/accounts/sign-in", await FieldsAsync(wrong, "#Password",
            ("UserName", "at-length"), ("Password", Chosen)));
        half.StatusCode.ShouldBe(HttpStatusCode.OK);
        const string Step = "/accounts/sign-in?handler=Code";
        using var refused = await SendAsync(visitor, Step, await FieldsAsync(half, "#Code", ("Code", "000000")));
        using var done = await SendAsync(visitor, Step, await FieldsAsync(refused, "#Code", ("Code", codes[0])));

        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Visitor.ReadAsync(done)).QuerySelectorAll("blockquote").Select(text => text.TextContent).ShouldBe(Reasons);
        using var again = await SendAsync(visitor, $"{edition.Path}/check?handler=SendBack", await FieldsAsync(done, "button"));
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "it has no twenty criteria");
        var form = await Visitor.ReadAsync(again);
        Known.ShouldAllBe(code => form.QuerySelectorAll("textarea").Any(field => field.GetAttribute("name") == $"Criteria[{code}]"));
        form.QuerySelectorAll("textarea[name^='Criteria[']").Select(field => field.TextContent)
            .Where(text => text.Length > 0).ShouldBe(Reasons.Take(Known.Length));
    }

    [Fact]
    public void Whatever_a_form_of_the_longest_size_holds_comes_through()
    {
        var kept = app.Services.GetRequiredService<KeptFields>();
        foreach (var letter in new[] { "ế", "a", "\"", "\u0001", "😀", "\r\n" })
        {
            var sent = Uri.EscapeDataString(letter);
            var value = new StringBuilder().Insert(0, letter, (SentFields.LongestForm - 2) / sent.Length).ToString();
            var sealedFields = kept.Seal(new("/da-nang/vi/work", [new("a", value)]), Guid.Empty).ShouldNotBeNull(sent);
            kept.Open(sealedFields, Guid.Empty).ShouldNotBeNull().Fields[0].Value.ShouldBe(value);
        }
        var fields = Enumerable.Range(0, 1024).Select(number => new SentFields.Field("a", new string('\u0001', 64))).ToList();
        kept.Seal(new("/da-nang/vi/work", fields), Guid.Empty).ShouldNotBeNull();
    }

    [Fact]
    public async Task No_other_field_of_the_sign_in_and_no_other_page_takes_a_longer_text()
    {
        var visitor = app.Visitor();
        var longer = new string('a', 20_001);
        (await visitor.SendFormAsync("/accounts/sign-in", new() { ["UserName"] = longer })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.PostAsync("/accounts/reset", new() { ["Kept"] = longer }, "/accounts/sign-in"))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.SendFormAsync("/accounts/sign-in", new() { ["Kept"] = new string('a', KeptFields.Longest + 1) }))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Dictionary<string, string> Typed() => Reasons
        .Select((reason, number) => (Code: number < Known.Length ? Known[number] : $"Z.{number}", reason))
        .ToDictionary(pair => $"Criteria[{pair.Code}]", pair => pair.reason, StringComparer.Ordinal);

    private static async Task<Dictionary<string, string>> FieldsAsync(
        HttpResponseMessage answer, string inForm, params (string Name, string Value)[] typed)
    {
        var fields = (await Visitor.ReadAsync(answer)).QuerySelectorAll<IHtmlInputElement>($"main form:has({inForm}) input[type=hidden]")
            .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return fields;
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string path, Dictionary<string, string> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, visitor.Address(path)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", "https://localhost");
        return await visitor.Http.SendAsync(request);
    }
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// Twenty reasons to send an assessment back, typed before the sign-in had run out: they go through whatever way leads in again.
/// </summary>
internal static class LongForm
{
    /// <summary>Each as long as a reason may be, of letters that are nine characters of a form.</summary>
    public static readonly IReadOnlyList<string> Reasons =
        [.. Enumerable.Range(1, 20).Select(number => $"Lý do {number}: ".PadRight(1000, 'ế'))];

    private static readonly string[] Known = ["A.1", "A.2", "B.1", "B.2"];

    public static Dictionary<string, string> Typed() => Reasons
        .Select((reason, number) => (Code: number < Known.Length ? Known[number] : $"Z.{number}", reason))
        .ToDictionary(pair => $"Criteria[{pair.Code}]", pair => pair.reason, StringComparer.Ordinal);

    /// <summary>To be read before they are sent, and then in the fields of the form again.</summary>
    public static async Task ComesBackAsync(Visitor visitor, OpenEdition edition, HttpResponseMessage done)
    {
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Visitor.ReadAsync(done)).QuerySelectorAll("blockquote").Select(text => text.TextContent).ShouldBe(Reasons);
        using var again = await SendAsync(visitor, $"{edition.Path}/check?handler=SendBack", await FieldsAsync(done, "button"));
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "it has no twenty criteria");
        var form = await Visitor.ReadAsync(again);
        Known.ShouldAllBe(code => form.QuerySelectorAll("textarea").Any(field => field.GetAttribute("name") == $"Criteria[{code}]"));
        form.QuerySelectorAll("textarea[name^='Criteria[']").Select(field => field.TextContent)
            .Where(text => text.Length > 0).ShouldBe(Reasons.Take(Known.Length));
    }

    /// <summary>What a form of the page holds, with what is typed into it.</summary>
    /// <param name="inForm">What is in that form and in no other.</param>
    public static async Task<Dictionary<string, string>> FieldsAsync(
        HttpResponseMessage answer, string inForm, params (string Name, string Value)[] typed)
    {
        var fields = (await Visitor.ReadAsync(answer)).QuerySelectorAll<IHtmlInputElement>($"main form:has({inForm}) input[type=hidden]")
            .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return fields;
    }

    public static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string path, Dictionary<string, string> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, visitor.Address(path)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", "https://localhost");
        return await visitor.Http.SendAsync(request);
    }
}

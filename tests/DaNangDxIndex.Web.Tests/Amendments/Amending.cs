using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Amendments;

/// <summary>The criteria of a running edition are amended by the page: reviewed, then signed.</summary>
internal static class Amending
{
    public const string Review = "form[action*=Review]";

    public const string Sign = "form[action*=Sign]";

    public static readonly Dictionary<string, string> Document = new(StringComparer.Ordinal)
    {
        ["Reason"] = "Trọng số cũ không phù hợp", ["Kind"] = "Decision", ["Number"] = "12/QĐ-UBND", ["Date"] = "05/01/2027",
    };

    public static string PathOf(RunningEdition edition) => $"/editions/{edition.Year}/office/amend/small";

    public static async Task<IHtmlDocument> ReviewedAsync(
        Visitor office, RunningEdition edition, params (string Criterion, string Maximum)[] weights)
    {
        using var answer = await office.SendFormAsync(
            PathOf(edition),
            weights.ToDictionary(weight => $"Maximum[{weight.Criterion}]", weight => weight.Maximum, StringComparer.Ordinal), Review);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await Visitor.ReadAsync(answer);
    }

    public static Task<HttpResponseMessage> SignAsync(Visitor office, IHtmlDocument reviewed, Dictionary<string, string> document)
    {
        var form = reviewed.QuerySelector(Sign).ShouldNotBeNull();
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()
            .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in document)
            fields[name] = value;
        return office.Http.PostAsync(new Uri(form.GetAttribute("action") ?? "", UriKind.Relative), new FormUrlEncodedContent(fields));
    }
}

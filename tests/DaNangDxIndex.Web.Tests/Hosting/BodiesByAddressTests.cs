using DaNangDxIndex.Frame;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What every address that changes something reads of a form, a body and its question mark, as the program itself says, in
/// bodies-by-address.txt: the list that deploy/rehearse-attack goes by. What a page reads besides, by names that it makes itself, such
/// as "Figures[files-received]", is taken there from the form as the page shows it.
/// </summary>
public sealed class BodiesByAddressTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Rewrite =
        "DX_WRITE_BODIES=true dotnet test tests/DaNangDxIndex.Web.Tests -c Release --filter BodiesByAddressTests";

    private static readonly BindingSource[] FromElsewhere =
        [BindingSource.Path, BindingSource.Header, BindingSource.Services, BindingSource.Special];

    [Fact]
    public async Task What_every_address_reads_of_a_form_or_a_body_is_listed()
    {
        var sample = new SampleBody(app.Services);
        var seen = (await Endpoints.OfAsync(app)).SelectMany(endpoint => LinesOf(endpoint, sample))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        var list = Path.Combine(Repository.Root, "tests", "DaNangDxIndex.Web.Tests", "Hosting", "bodies-by-address.txt");
        if (Environment.GetEnvironmentVariable("DX_WRITE_BODIES") is { Length: > 0 })
            await File.WriteAllLinesAsync(list, seen);
        string.Join('\n', await File.ReadAllLinesAsync(list)).ShouldBe(
            string.Join('\n', seen), $"write bodies-by-address.txt anew:\n  {Rewrite}\n");
        seen.ShouldContain(line => line.StartsWith("/accounts/edit/{id:guid?} POST  form ", StringComparison.Ordinal));
        seen.ShouldContain(line => line.StartsWith("/api/v1/accounts POST  json {", StringComparison.Ordinal));
        RolesTable.Admitted().Select(door => door.Key).Where(door => door.Method.Split(' ')[0] != "GET")
            .Where(door => !seen.Exists(line => line.StartsWith($"{door.Pattern} {door.Method}  ", StringComparison.Ordinal)))
            .ShouldBeEmpty("whoever is let in somewhere to change something is listed with what they send");
    }

    /// <summary>"/accounts POST  form Input.FullName=text", "/api/v1/targets POST  query apply=true  file text/csv".</summary>
    private static IEnumerable<string> LinesOf(Endpoints endpoint, SampleBody sample) =>
        from handler in endpoint.Handlers()
        where handler.Method.Split(' ')[0] != "GET"
        let told = Told(endpoint, [.. handler.Taken], sample).DefaultIfEmpty("nothing")
        select $"{endpoint.Pattern} {handler.Method}  {string.Join("  ", told)}";

    private static IEnumerable<string> Told(Endpoints endpoint, ParameterDescriptor[] taken, SampleBody sample)
    {
        var parts = Endpoints.PartsOf(endpoint.Pattern).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var read = taken.Where(parameter => parameter.ParameterType != typeof(CancellationToken)
            && !FromElsewhere.Contains(parameter.BindingInfo?.BindingSource) && !parts.Contains(NameOf(parameter))).ToList();
        if (Fields(BindingSource.Query) is { Length: > 0 } query)
            yield return $"query {query}";
        foreach (var body in read.Where(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Body))
            yield return $"json {sample.Json(body.ParameterType)?.ToJsonString() ?? "null"}";
        if (Fields(null, BindingSource.Form, BindingSource.FormFile, BindingSource.ModelBinding) is { Length: > 0 } form)
            yield return $"form {form}";
        if (endpoint.Metadata.GetMetadata<SentFileAttribute>() is { } file)
            yield return $"file {file.Forms[0]}";

        string Fields(params BindingSource?[] sources) => string.Join('&', read
            .Where(parameter => sources.Contains(parameter.BindingInfo?.BindingSource))
            .SelectMany(parameter => sample.Form(NameOf(parameter), parameter.ParameterType))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static string NameOf(ParameterDescriptor parameter) => parameter.BindingInfo?.BinderModelName ?? parameter.Name;
}

using System.Reflection;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What every address reads behind its question mark, as the program itself says, in queries-by-address.txt: the list that
/// deploy/rehearse-attack goes by, so that no filter is forgotten there.
/// </summary>
public sealed class QueriesByAddressTests(TestApp app) : IClassFixture<TestApp>
{
    private const string File = "queries-by-address.txt";
    private const string Rewrite =
        "DX_WRITE_QUERIES=true dotnet test tests/DaNangDxIndex.Web.Tests -c Release --filter QueriesByAddressTests";

    [Fact]
    public async Task What_every_address_reads_behind_its_question_mark_is_listed()
    {
        var seen = (await Endpoints.OfAsync(app)).SelectMany(LinesOf)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        var list = Path.Combine(Repository.Root, "tests", "DaNangDxIndex.Web.Tests", "Hosting", File);
        if (Environment.GetEnvironmentVariable("DX_WRITE_QUERIES") is { Length: > 0 })
            await System.IO.File.WriteAllLinesAsync(list, seen);
        string.Join('\n', await System.IO.File.ReadAllLinesAsync(list)).ShouldBe(
            string.Join('\n', seen), $"write {File} anew:\n  {Rewrite}\n");
        seen.ShouldContain(line => line.StartsWith("/editions/{year:int} GET  ", StringComparison.Ordinal));
        seen.ShouldContain(line => line.StartsWith("/audit GET  ", StringComparison.Ordinal));
    }

    /// <summary>A line for each address and handler of GET: "/audit GET actor before verb".</summary>
    private static IEnumerable<string> LinesOf(Endpoints endpoint)
    {
        var parts = Endpoints.PartsOf(endpoint.Pattern).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var action = endpoint.Metadata.GetMetadata<ActionDescriptor>();
        if (action is CompiledPageActionDescriptor page)
        {
            string[] always = [.. page.BoundProperties.OfType<PageBoundPropertyDescriptor>()
                .Where(property => property.Property.GetCustomAttribute<BindPropertyAttribute>()?.SupportsGet == true
                    || property.Property.GetCustomAttribute<FromQueryAttribute>() is not null).SelectMany(Names)];
            foreach (var handler in page.HandlerMethods.Where(handler =>
                handler.HttpMethod.Equals("GET", StringComparison.OrdinalIgnoreCase)))
                if (Line(handler.Name, [.. always, .. handler.Parameters.SelectMany(Names)]) is { } line)
                    yield return line;
        }
        else if (action is not null && endpoint.Methods.Contains("GET") && Line(null, [.. action.Parameters.SelectMany(Names)]) is { } line)
        {
            yield return line;
        }

        string? Line(string? handler, string[] names)
        {
            string[] asked = [.. names.Where(name => !parts.Contains(name)).Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Ordinal)];
            return asked.Length == 0 ? null : $"{endpoint.Pattern} GET{(handler is null ? "" : $" {handler}")}  {string.Join(' ', asked)}";
        }
    }

    /// <summary>Those of a record or class are its properties; nothing of what comes from elsewhere.</summary>
    private static IEnumerable<string> Names(ParameterDescriptor parameter)
    {
        var source = parameter.BindingInfo?.BindingSource;
        if (parameter.ParameterType == typeof(CancellationToken) || (source is not null && source != BindingSource.Query
            && source != BindingSource.ModelBinding))
            return [];
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var isOne = type.IsPrimitive || type.IsEnum || type.IsArray
            || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true || type.GetMethod("TryParse") is not null;
        string[] names = isOne
            ? [parameter.BindingInfo?.BinderModelName ?? parameter.Name]
            : [.. type.GetProperties().Where(property => property.CanWrite)
                .Select(property => property.GetCustomAttribute<FromQueryAttribute>()?.Name ?? property.Name)];
        return names.Select(name => char.ToLowerInvariant(name[0]) + name[1..]);
    }
}

using System.Diagnostics;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Measured.Country;

/// <summary>
/// What docs/performance.md tells of a whole country on one machine: dotnet run -c Release --project tests/DaNangDxIndex.Web.Tests --
/// --country, which loads it; and with "pages" and "evening", or one "minute" of that, what is done with it then. DX_MEASURED names a
/// folder to load it into once.
/// </summary>
internal static class MeasuredCountry
{
    private const int People = 2000;
    private const int Minutes = 10;

    public static async Task<int> PrintAsync(IReadOnlyList<string> parts)
    {
        await using var product = await ServedProduct.StartAsync(LoadAsync);
        await using var connection = new NpgsqlConnection(product.Superuser);
        await connection.OpenAsync();
        Console.WriteLine($"The program before it is asked: {product.WebMemory("VmRSS")} MB.");
        if (parts.Contains("pages", StringComparer.Ordinal))
        {
            await new CountryPages(product, WholeCountry.Slugs.First()).PrintAsync();
            Console.WriteLine($"The program afterwards: {product.WebMemory("VmRSS")} MB, at most {product.WebMemory("VmHWM")} MB; of it "
                + $"{product.WebMemory("RssFile")} MB are pages of files, which the kernel may take back at any time.");
        }
        if (parts.Any(part => part is "evening" or "minute"))
            await new DeadlineEvening(product, new(product.Web.Id), ProcessorTime.OfServer(connection.ProcessID))
                .PrintAsync(People, parts.Contains("minute", StringComparer.Ordinal) ? 1 : Minutes);
        return 0;
    }

    /// <summary>Everywhere the last final edition is published; in the first province, which is read, all of them.</summary>
    private static async Task LoadAsync(string superuser, IServiceProvider services)
    {
        if (await TestApp.AskAsync<bool>(superuser, $"SELECT EXISTS (SELECT FROM tenant WHERE slug = '{WholeCountry.Slugs.Last()}')"))
            return;
        var clock = Stopwatch.StartNew();
        var tenants = await new WholeCountry(superuser, services).LoadAsync();
        Console.WriteLine(
            $"{tenants.Count} provinces of {WholeCountry.Agencies} agencies without figures: {clock.Elapsed.TotalSeconds:0} s.\n");
        await new CountryFigures(superuser, tenants).PrintAsync();
        clock.Restart();
        var published = 0;
        foreach (var tenant in tenants)
            for (var year = tenant == tenants[0] ? WholeCountry.FirstYear : WholeCountry.LastYear - 1; year < WholeCountry.LastYear; year++)
            {
                await using var scope = services.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
                await DemoPublication.PublishAsync(scope.ServiceProvider, tenant, year, default);
                published++;
            }
        Console.WriteLine($"{published} editions published, one after the other: {clock.Elapsed.TotalSeconds:0} s.\n");
    }
}

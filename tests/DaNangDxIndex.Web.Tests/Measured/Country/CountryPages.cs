using System.Diagnostics;
using System.Net;
using DaNangDxIndex.Access;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Hosting;

namespace DaNangDxIndex.Measured.Country;

/// <summary>
/// Every address that is read, in one province of the whole country, as everybody who may read it: the dearest reader of each stands in the
/// table. By the clock, one request at a time.
/// </summary>
internal sealed class CountryPages(ServedProduct product, string slug)
{
    private const int Repeats = 5;

    /// <summary>What tables and documents ask besides.</summary>
    private const string Query = "group=communes&kind=Decision";

    public async Task PrintAsync()
    {
        var sessions = new Dictionary<string, Session>(StringComparer.Ordinal) { ["nobody"] = new(product.Web.Http, "") };
        foreach (var role in Enum.GetValues<Role>())
            sessions[role.Code()] = await product.Web.SignInAsync(role, slug);
        var found = new List<(string Path, string Reader, double Milliseconds, long Bytes)>();
        var unread = new List<string>();
        var grew = new List<(string Pattern, long Megabytes)>();
        var things = await ThingsAsync();
        foreach (var (pattern, method) in (await Endpoints.OfAsync(product.Services)).SelectMany(
            endpoint => endpoint.Methods.Where(method => method.Split(' ')[0] == "GET"), (endpoint, method) => (endpoint.Pattern, method)))
        {
            var most = product.WebMemory("VmHWM");
            var handler = method.Split(' ') is [_, var name] ? $"&handler={name}" : "";
            var read = new List<(string Path, string Reader, double Milliseconds, long Bytes)>();
            foreach (var path in PathsOf(pattern, things).Select(path => $"{path}?{Query}{handler}"))
                foreach (var (reader, session) in sessions)
                    if (await OpenAsync(session, path, times: 1) is var (milliseconds, bytes))
                        read.Add((path, reader, milliseconds, bytes));
            if (read.Count == 0)
            {
                unread.Add(pattern + handler);
                continue;
            }
            var dearest = read.MaxBy(page => page.Milliseconds);
            if (await OpenAsync(sessions[dearest.Reader], dearest.Path, Repeats) is var (median, sent))
                found.Add((dearest.Path, dearest.Reader, median, sent));
            grew.Add((pattern, product.WebMemory("VmHWM") - most));
            await Console.Error.WriteLineAsync(
                $"{pattern}{handler}: {dearest.Milliseconds:0} ms at first, now {product.WebMemory("VmRSS")} MB.");
        }
        Console.WriteLine("\n| address | dearest reader | queries | by the clock, ms | bytes |\n|---|---|---|---|---|");
        foreach (var (path, reader, milliseconds, bytes) in found.OrderByDescending(page => page.Milliseconds))
        {
            var queries = await product.QueriesAsync(sessions[reader], async within => (await within.GetAsync(path)).Dispose());
            var address = path.Replace("?" + Query, "", StringComparison.Ordinal);
            Console.WriteLine($"| `{address}` | {reader} | {queries} | {milliseconds:0} | {bytes} |");
        }
        Console.WriteLine("\nThe program grew most at: " + string.Join(", ", grew.OrderByDescending(address => address.Megabytes).Take(10)
            .Select(address => $"`{address.Pattern}` {address.Megabytes} MB")) + ".");
        Console.WriteLine($"\n{found.Count} addresses read; above 200 ms: {found.Count(page => page.Milliseconds > 200)}. "
            + $"Not there to be read: {string.Join(", ", unread)}.");
    }

    /// <summary>
    /// The median once it is warm; null where it is not for this reader. What is not answered in half a minute counts as that.
    /// </summary>
    private static async Task<(double Milliseconds, long Bytes)?> OpenAsync(Session session, string path, int times)
    {
        var (taken, bytes) = (new List<double>(), 0L);
        for (var time = 0; time <= times; time++)
        {
            var clock = Stopwatch.StartNew();
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Add("Accept-Encoding", "br");
                using var answer = await session.SendAsync(request);
                if (answer.StatusCode != HttpStatusCode.OK)
                    return null;
                bytes = (await answer.Content.ReadAsByteArrayAsync()).LongLength;
            }
            catch (TaskCanceledException)
            {
                return (clock.Elapsed.TotalMilliseconds, 0);
            }
            taken.Add(clock.Elapsed.TotalMilliseconds);
        }
        return (taken.Skip(1).Order().ElementAt(times / 2), bytes);
    }

    private async Task<Things> ThingsAsync()
    {
        var inside = $"tenant_id = (SELECT id FROM tenant WHERE slug = '{slug}')";
        return new(
            await TestApp.AskAsync<string>(product.Superuser, $"SELECT id::text FROM account WHERE {inside} LIMIT 1") ?? "",
            await TestApp.AskAsync<string>(product.Superuser, $"SELECT code FROM scorecard_code WHERE {inside} LIMIT 1") ?? "");
    }

    /// <summary>What addresses lead to by a number of its own: an account, and a printed card by its code.</summary>
    private sealed record Things(string Account, string Card);

    /// <summary>In the open year and in the last that is published, of the own agency and of another one.</summary>
    private IEnumerable<string> PathsOf(string pattern, Things things)
    {
        foreach (var year in (int[])[WholeCountry.LastYear, WholeCountry.LastYear - 1])
            foreach (var agency in (string[])["xa-001", "xa-200"])
                yield return Endpoints.Before(pattern, slug) + Endpoints.Filled(pattern, (name, part) => name switch
                {
                    "year" => $"{year}",
                    "code" when pattern.Contains("/verify/", StringComparison.Ordinal) => things.Card,
                    "code" when pattern.StartsWith("/problems/", StringComparison.Ordinal) => "edition.wrong-stage",
                    "agency" or "code" => agency,
                    "file" when pattern.StartsWith("/api/v1/data/", StringComparison.Ordinal) => "catalog.jsonld",
                    "file" => "standings.csv",
                    "kind" => "merge",
                    "documentName" => "v1",
                    "group" => "communes",
                    "component" => "C1",
                    "criterion" => "1.1",
                    "figure" => "part-1-1",
                    "status" => "404",
                    _ when part.Contains(":int", StringComparison.Ordinal) => "1",
                    _ when part.Contains(":guid", StringComparison.Ordinal) => things.Account,
                    _ => "nowhere",
                });
    }
}

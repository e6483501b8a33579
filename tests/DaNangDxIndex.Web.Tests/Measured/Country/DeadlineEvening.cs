using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Measured.Country;

/// <summary>
/// The last evening before the deadline: people of all provinces, each with a sign-in and a connection of their own, save a figure of their
/// commune every ten seconds at the address that the form's script sends to. Then the same people ever faster, until it breaks.
/// </summary>
internal sealed class DeadlineEvening(ServedProduct product, ProcessorTime web, ProcessorTime postgres)
{
    /// <summary>The least value that is saved; the greatest is 99.</summary>
    private const int Least = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly ConcurrentBag<(double Milliseconds, int Status)> _answers = [];
    private int _saved;
    private int _changed;

    public async Task PrintAsync(int people, int minutes)
    {
        // Also where an evening was held before: what stands lies below all that is saved, so that every save changes a figure.
        await TestApp.AskAsync<int>(product.Superuser, $"""
            UPDATE figure_entry SET version = 1, declared = (declared::int % {Least})::text
            WHERE year = {WholeCountry.LastYear} AND figure LIKE 'part-1-%'
            """);
        var clerks = await SignedInAsync(people);
        var before = await VersionsAsync();
        Console.WriteLine($"""

            | {people} people, a save every | minute | saves | median, ms | p99, ms | longest, ms | refused | web | PostgreSQL | web, MB |
            |---|---|---|---|---|---|---|---|---|---|
            """);
        for (var minute = 1; minute <= minutes; minute++)
            await RunAsync(clerks, Pause, TimeSpan.FromMinutes(1), $"{minute}");
        foreach (var pause in minutes > 1 ? (double[])[7.5, 5, 4, 3] : [])
            await RunAsync(clerks, TimeSpan.FromSeconds(pause), TimeSpan.FromSeconds(30), "then half of one");
        Console.WriteLine($"\nSaves that were answered with 200: {_saved}, of which {_changed} changed a figure; "
            + $"changes that the database keeps: {await VersionsAsync() - before}.");
    }

    private async Task RunAsync(IReadOnlyList<Clerk> clerks, TimeSpan pause, TimeSpan length, string name)
    {
        _answers.Clear();
        var (spent, there, clock) = (web.Spent(), postgres.Spent(), Stopwatch.StartNew());
        await Task.WhenAll(clerks.Select((clerk, number) => SaveUntilAsync(clerk, pause * number / clerks.Count, pause, clock, length)));
        var elapsed = clock.Elapsed;
        var times = _answers.Select(answer => answer.Milliseconds).Order().ToList();
        var refused = string.Join(", ", _answers.Where(answer => answer.Status != 200).CountBy(answer => answer.Status)
            .OrderBy(status => status.Key).Select(status => $"{status.Value} x {(status.Key == 0 ? "no answer" : status.Key)}"));
        var (program, database) = ((web.Spent() - spent) / elapsed, (postgres.Spent() - there) / elapsed);
        Console.WriteLine($"| {pause.TotalSeconds:0.#} s | {name} | {times.Count} | {At(0.5):0} | {At(0.99):0} | {At(1):0} "
            + $"| {(refused.Length > 0 ? refused : "none")} | {program:0.00} | {database:0.00} | {product.WebMemory("VmRSS")} |");

        double At(double share) => times.Count == 0 ? 0 : times[(int)Math.Min(times.Count - 1, share * times.Count)];
    }

    private async Task SaveUntilAsync(Clerk clerk, TimeSpan first, TimeSpan pause, Stopwatch clock, TimeSpan end)
    {
        for (var next = first; next < end; next += pause)
        {
            if (next > clock.Elapsed)
                await Task.Delay(next - clock.Elapsed);
            var began = clock.Elapsed;
            var (status, changed) = await clerk.SaveAsync();
            _answers.Add(((clock.Elapsed - began).TotalMilliseconds, status));
            if (status == 200)
                Interlocked.Increment(ref _saved);
            if (changed)
                Interlocked.Increment(ref _changed);
        }
    }

    private async Task<IReadOnlyList<Clerk>> SignedInAsync(int people)
    {
        var clock = Stopwatch.StartNew();
        var clerks = new ConcurrentBag<Clerk>();
        var names = from commune in Enumerable.Range(1, WholeCountry.Assessors) from slug in WholeCountry.Slugs select (commune, slug);
        await Parallel.ForEachAsync(names.Take(people), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (place, _) =>
        {
            var session = await Session.BeginAsync(product.Web.Http, WholeCountry.AssessorOf(place.commune, place.slug), place.slug);
            var path = $"/{place.slug}/vi/assessments/{WholeCountry.LastYear}/xa-{place.commune:000}/components/C1";
            clerks.Add(new(session, await session.TokenAsync(path), place.slug, $"xa-{place.commune:000}"));
        });
        Console.WriteLine($"{people} people signed in within {clock.Elapsed.TotalSeconds:0} s.");
        return [.. clerks];
    }

    private Task<long> VersionsAsync() => TestApp.AskAsync<long>(product.Superuser,
        $"SELECT sum(version) FROM figure_entry WHERE year = {WholeCountry.LastYear} AND figure LIKE 'part-1-%'");

    /// <summary>Figure after figure of the first component, each with the version that was answered last.</summary>
    private sealed class Clerk(Session session, string token, string slug, string agency)
    {
        private readonly int[] _versions = [.. Enumerable.Repeat(1, MeasuredCriteria.InEach)];
        private int _sent;

        /// <summary>0 where there is no answer. What stood there already changes nothing.</summary>
        public async Task<(int Status, bool Changed)> SaveAsync()
        {
            var figure = _sent++ % MeasuredCriteria.InEach;
            using var request = new HttpRequestMessage(HttpMethod.Patch,
                $"/{slug}/api/v1/editions/{WholeCountry.LastYear}/agencies/{agency}/figures/part-1-{figure + 1}")
            {
                Content = JsonContent.Create(new { value = $"{Least + (_sent % 60)}" }),
            };
            request.Content.Headers.ContentLanguage.Add("vi");
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{_versions[figure]}\"");
            request.Headers.Add("RequestVerificationToken", token);
            try
            {
                using var answer = await session.SendAsync(request);
                if (!answer.IsSuccessStatusCode
                    || JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["version"]?.GetValue<int>() is not { } version)
                    return ((int)answer.StatusCode, false);
                var changed = version > _versions[figure];
                _versions[figure] = version;
                return ((int)answer.StatusCode, changed);
            }
            catch (Exception nobody) when (nobody is HttpRequestException or TaskCanceledException)
            {
                return (0, false);
            }
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Measured.Country;

/// <summary>
/// People of provinces who save a figure of their own without end, each request at the next web process, with the version that was answered
/// last: a save that was lost, or taken twice, would be refused as "changed meanwhile".
/// </summary>
internal sealed class SavesOfTwo : IAsyncDisposable
{
    private readonly CancellationTokenSource _enough = new();
    private readonly List<Saver> _savers = [];
    private Task _saving = Task.CompletedTask;

    public int Acknowledged => _savers.Sum(saver => saver.Acknowledged);

    public static async Task<SavesOfTwo> BeginAsync(IReadOnlyList<WebProcess> webs, IReadOnlyList<string> slugs, int people)
    {
        var saves = new SavesOfTwo();
        foreach (var slug in slugs)
            for (var person = 1; person <= people; person++)
            {
                var session = await Session.BeginAsync(webs[0].Http, WholeCountry.AssessorOf(person, slug), slug);
                var token = await session.TokenAsync($"/{slug}/vi/assessments/{WholeCountry.LastYear}/xa-{person:000}/components/C1");
                saves._savers.Add(new([.. webs.Select(session.At)], token, slug, $"xa-{person:000}"));
            }
        saves._saving = Task.WhenAll(saves._savers.Select(saver => saver.SaveAsync(saves._enough.Token)));
        return saves;
    }

    /// <summary>By province: saves, those told to come again, and the longest time without one.</summary>
    public void Print(string when)
    {
        Console.WriteLine($"\n| {when} | saves | told “in a moment” | longest without a save, s |\n|---|---|---|---|");
        foreach (var province in _savers.GroupBy(saver => saver.Slug, StringComparer.Ordinal))
            Console.WriteLine($"| {province.Key} | {province.Sum(saver => saver.Acknowledged)} | {province.Sum(saver => saver.SentAgain)} "
                + $"| {province.Max(saver => saver.LongestPause).TotalSeconds:0.0} |");
    }

    /// <summary>Stops, and counts the figures of which the database does not hold what was acknowledged last.</summary>
    public async Task<int> LostAsync(string superuser)
    {
        await _enough.CancelAsync();
        await _saving;
        var lost = 0;
        foreach (var saver in _savers)
        {
            var stored = await TestApp.AskAsync<string>(superuser, $"""
                SELECT f.version || ' ' || f.declared FROM figure_entry f JOIN tenant ON tenant.id = tenant_id
                WHERE slug = '{saver.Slug}' AND year = {WholeCountry.LastYear} AND agency = '{saver.Agency}' AND figure = '{Saver.Figure}'
                """);
            if (stored == saver.Last)
                continue;
            lost++;
            Console.WriteLine($"{saver.Slug} {saver.Agency}: acknowledged {saver.Last}, stored {stored}");
        }
        return lost;
    }

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await _saving;
        _enough.Dispose();
    }

    private sealed class Saver(IReadOnlyList<Session> sessions, string token, string slug, string agency)
    {
        public const string Figure = "part-1-1";

        private readonly Stopwatch _sinceLast = new();
        private int _version = 1;
        private int _same;

        public string Slug => slug;

        private string Value => $"{40 + ((_version + _same) % 50)}";

        public string Agency => agency;

        public string Last { get; private set; } = "";

        public int Acknowledged { get; private set; }

        public int SentAgain { get; private set; }

        public TimeSpan LongestPause { get; private set; }

        public async Task SaveAsync(CancellationToken enough)
        {
            for (var sent = 0; !enough.IsCancellationRequested; sent++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Patch,
                    $"/{slug}/api/v1/editions/{WholeCountry.LastYear}/agencies/{agency}/figures/{Figure}")
                {
                    Content = JsonContent.Create(new { value = Value }),
                };
                request.Content.Headers.ContentLanguage.Add("vi");
                request.Headers.TryAddWithoutValidation("If-Match", $"\"{_version}\"");
                request.Headers.Add("RequestVerificationToken", token);
                using var answer = await sessions[sent % sessions.Count].SendAsync(request);
                var body = await answer.Content.ReadAsStringAsync(CancellationToken.None);
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                {
                    SentAgain++;
                    await Task.Delay(200, CancellationToken.None);
                    continue;
                }
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{slug} {agency} after {_version}: {body}");
                Keep(Value, JsonNode.Parse(body)?["version"]?.GetValue<int>() ?? 0);
                await Task.Delay(100, CancellationToken.None);
            }
        }

        private void Keep(string value, int version)
        {
            // Only the first may find its value standing there already; then it sends another one.
            version.ShouldBe(_version + (version == _version && Acknowledged == _same ? 0 : 1));
            _same += version == _version ? 1 : 0;
            (_version, Last) = (version, $"{version} {value}");
            Acknowledged++;
            var pause = _sinceLast.Elapsed;
            LongestPause = pause > LongestPause ? pause : LongestPause;
            _sinceLast.Restart();
        }
    }
}

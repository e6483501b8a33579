using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Measured;

/// <summary>Pages of the demo's year 2025 as those who work on it open them.</summary>
internal static class MeasuredPages
{
    private const int Warm = 60;
    private const int Repeats = 40;
    private const int Turns = 3;
    private const string Own = "w25-hai-chau";

    public static async Task PrintAsync(ServedProduct product, ProcessorTime web, ProcessorTime postgres)
    {
        var (year, submitted) = ("/da-nang/vi/{0}/2025", await TestApp.AskAsync<string>(product.Superuser,
            "SELECT agency FROM assessment WHERE year = 2025 AND state = 'submitted' AND \"group\" = 'wards' ORDER BY agency LIMIT 1"));
        var (entry, appraisal, office) =
            (string.Format(null, year, "assessments"), string.Format(null, year, "appraisal"), string.Format(null, year, "editions"));
        (string Name, Role Role, string Path)[] pages =
        [
            ("work", Role.Assessor, "/da-nang/vi/work"),
            ("entry: overview", Role.Assessor, $"{entry}/{Own}"),
            ("entry: one component", Role.Assessor, $"{entry}/{Own}/components/online-services"),
            ("entry: check and submit", Role.Approver, $"{entry}/{Own}/check"),
            ("appraisal: work", Role.LeadAppraiser, "/da-nang/vi/work"),
            ("appraisal: queue", Role.LeadAppraiser, appraisal),
            ("appraisal: bench", Role.LeadAppraiser, $"{appraisal}/{submitted}"),
            ("appraisal: round", Role.LeadAppraiser, $"{appraisal}/{submitted}/round"),
            ("office: work", Role.Office, "/da-nang/vi/work"),
            ("office: progress", Role.Office, $"{office}/progress"),
            ("office: findings", Role.Office, $"{office}/findings"),
            ("office: preview of results", Role.Office, $"{office}/preview"),
        ];
        PrintHead();
        foreach (var (name, role, path) in pages)
            await PrintRowAsync(product, web, postgres, name, role, path, Warm, Repeats);
    }

    internal static void PrintHead() =>
        Console.WriteLine("| page | queries | web, ms | PostgreSQL, ms | by the clock, ms | bytes |\n|---|---|---|---|---|---|");

    internal static async Task PrintRowAsync(
        ServedProduct product, ProcessorTime web, ProcessorTime postgres, string name, Role role, string path, int warm, int repeats)
    {
        var session = await product.Web.SignInAsync(role);
        var bytes = 0L;
        for (var time = 0; time < warm; time++)
            bytes = await OpenAsync(session, path);
        var queries = await product.QueriesAsync(session, within => OpenAsync(within, path));
        var turns = new List<Cost>();
        for (var turn = 0; turn < Turns; turn++)
            turns.Add(await Cost.OfAsync(web, postgres, repeats, () => OpenAsync(session, path)));
        Console.WriteLine($"| {name} | {queries} | {Cost.Median(turns)} | {bytes} |");
    }

    /// <summary>As a browser asks: compressed. The bytes on the wire.</summary>
    private static async Task<long> OpenAsync(Session session, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "br");
        using var answer = await session.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).LongLength;
    }
}

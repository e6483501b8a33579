using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Backups;
using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Telemetry;

/// <summary>Dashboard, alerts and runbook speak of what the program really tells.</summary>
public sealed partial class WatchFilesTests(WatchedApp watched) : IClassFixture<WatchedApp>
{
    private static readonly string Alerts = Text("deploy/alerts.yml");

    private static readonly string Dashboard = Text("deploy/grafana-dashboard.json");

    [Fact]
    public async Task Every_metric_that_dashboard_and_alerts_name_is_told_by_the_program()
    {
        await LastBackup.KeepAsync(
            watched.App.Services.GetRequiredService<Clusters>().Home, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        await watched.Process.SignInAsync(Role.Office);
        var named = Metric().Matches(Label().Replace(Asked() + string.Join('\n', Queries()), "")).Select(match => match.Value)
            .Distinct(StringComparer.Ordinal).ToList();
        named.Count.ShouldBeGreaterThan(8);

        await Eventually.HoldsAsync(() => watched.Last("dx.backup.age") is not null && watched.Last("dotnet.gc.collections") is not null);
        var told = watched.Receiver.Points.SelectMany(AsStored).ToHashSet(StringComparer.Ordinal);
        watched.Receiver.Points.ShouldContain(point => point.Metric == "db.client.connection.count"
            && point.Tags.ContainsKey("db.client.connection.state"));
        watched.Receiver.Points.ShouldContain(point => point.Metric == "http.server.request.duration"
            && point.Tags.ContainsKey("http.response.status_code"));
        named.Except(told, StringComparer.Ordinal).ShouldBeEmpty($"told are {string.Join(' ', told.Order(StringComparer.Ordinal))}");
    }

    [Fact]
    public void Every_act_that_they_count_is_told_before_it_first_happens() =>
        Verb().Matches(Alerts + Dashboard.Replace("\\\"", "\"", StringComparison.Ordinal))
            .SelectMany(match => match.Groups["verbs"].Value.Split('|')).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).ShouldBe(ActsKept.Counted.Watched.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_alert_says_what_to_do_in_a_section_of_the_runbook_that_is_there()
    {
        var sections = Heading().Matches(Text("docs/runbook.md")).Select(match => match.Groups["name"].Value.ToLowerInvariant()).ToList();
        var alerts = Alert().Matches(Alerts).Select(match => match.Groups["name"].Value).ToList();
        alerts.Count.ShouldBeGreaterThan(8);
        foreach (var alert in alerts)
        {
            sections.ShouldContain(alert.ToLowerInvariant());
            Alerts.ShouldContain($"runbook: docs/runbook.md#{alert.ToLowerInvariant()}\n");
        }
        sections.Where(section => section.StartsWith("dx", StringComparison.Ordinal))
            .Except(alerts.Select(alert => alert.ToLowerInvariant()), StringComparer.Ordinal).ShouldBeEmpty("no alert leads there");
    }

    [Fact]
    public void An_alert_and_the_page_of_health_find_the_same_backup_too_old()
    {
        var hours = BackupIsRecent.Oldest.TotalHours;
        Alerts.ShouldContain($"min(dx_backup_age_seconds) > {BackupIsRecent.Oldest.TotalSeconds}\n");
        Alerts.ShouldContain($"The last whole backup is older than {hours} hours.");
        Text("src/DaNangDxIndex.Web/Backups/BackupIsRecent.cs").ShouldContain($"The last backup is older than {hours} hours.");
    }

    /// <summary>What the alerts ask, without what they say of it.</summary>
    private static string Asked() =>
        string.Join('\n', Alerts.Split('\n').Where(line => !line.Contains("runbook:", StringComparison.Ordinal)));

    private static IEnumerable<string> Queries() =>
        from panel in JsonNode.Parse(Dashboard).ShouldNotBeNull()["panels"].ShouldNotBeNull().AsArray()
        from target in panel.ShouldNotBeNull()["targets"].ShouldNotBeNull().AsArray()
        select target.ShouldNotBeNull()["expr"].ShouldNotBeNull().GetValue<string>();

    /// <summary>As Prometheus names what it takes by OTLP: unit behind, what only grows "total", histograms in three.</summary>
    private static IEnumerable<string> AsStored(OtlpReceiver.Point point)
    {
        var unit = point.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = point.Metric.Replace('.', '_');
        name = name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit;
        return point.Form switch
        {
            9 => [$"{name}_bucket", $"{name}_count", $"{name}_sum"],
            7 when point.OnlyGrows => [$"{name}_total"],
            _ => [name],
        };
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex("""\b(?:dx|http_server|db_client|dotnet|kestrel)_[a-z_]+""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Metric();

    /// <summary>By what is asked for, which are no metrics.</summary>
    [GeneratedRegex("""\{[^}]*\}|by \([^)]*\)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"verb=~?""(?<verbs>[a-z.|-]+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Verb();

    [GeneratedRegex("""- alert: (?<name>\w+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alert();

    [GeneratedRegex("""^### (?<name>\w+)$""", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}

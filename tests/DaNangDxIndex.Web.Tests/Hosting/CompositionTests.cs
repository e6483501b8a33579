using System.Globalization;
using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>What a deployment by containers is held to: known images, bounds, and no rights that it can do without.</summary>
public sealed partial class CompositionTests
{
    private static readonly string[] Ours = ["migrate", "web1", "keeping"];

    private static readonly Dictionary<string, string> Services =
        Service().Matches(Text("docker-compose.yml").Split("\nnetworks:")[0])
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["text"].Value, StringComparer.Ordinal);

    /// <summary>Those that serve: the first, and what is the same as it by another name.</summary>
    private static readonly string[] Serving =
        ["web1", .. Same().Matches(Text("docker-compose.yml")).Select(match => match.Groups["name"].Value)];

    [Fact]
    public void Every_image_is_taken_by_an_exact_version()
    {
        var taken = Image().Matches(Text("docker-compose.yml") + Text("Dockerfile")).Select(match => match.Groups["image"].Value)
            .Where(image => !image.StartsWith("danang-dx-index", StringComparison.Ordinal) && image is not "web").ToList();
        taken.Count.ShouldBe(5);
        taken.ShouldAllBe(image => Exact().IsMatch(image));
    }

    [Fact]
    public void No_service_may_take_all_memory_or_all_processes_of_its_machine()
    {
        Services.Keys.ShouldBe(["postgres", "migrate", "web1", "keeping", "proxy"]);
        foreach (var (name, text) in Services)
            (Limit("mem_limit", text) && Limit("pids_limit", text)).ShouldBeTrue(name);

        static bool Limit(string name, string text) => Regex.IsMatch(
            text, $@"^    {name}: \d+[mg]?$", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Our_programs_write_nowhere_but_in_their_volumes_and_have_no_rights_of_root()
    {
        foreach (var service in Ours)
            foreach (var wanted in (string[])["read_only: true", "cap_drop: [ALL]", "security_opt: [\"no-new-privileges:true\"]"])
                Services[service].ShouldContain($"\n    {wanted}\n", Case.Sensitive, service);
        Text("Dockerfile").ShouldContain("\nUSER app\n");
    }

    [Fact]
    public void No_secret_is_a_variable_that_whoever_sees_the_processes_can_read() =>
        Variable().Matches(Text("docker-compose.yml")).Select(match => match.Groups["name"].Value)
            .ShouldBe(["POSTGRES_PASSWORD_FILE"]);

    /// <summary>One name for several would be one place to the proxy, which could leave out none of them.</summary>
    [Fact]
    public void The_proxy_knows_each_web_process_by_a_name_of_its_own_and_leaves_out_one_that_does_not_answer()
    {
        Serving.Length.ShouldBeGreaterThan(1);
        Text("docker-compose.yml").ShouldNotContain("replicas:");
        var proxy = Text("deploy/Caddyfile");
        proxy.ShouldContain($"reverse_proxy {string.Join(' ', Serving.Select(name => $"{name}:8080"))} {{\n");
        Services["proxy"].ShouldContain($"\n    depends_on: [{string.Join(", ", Serving)}]\n");
        foreach (var wanted in (string[])["health_uri /health/live", "health_interval", "health_timeout", "lb_retries", "dial_timeout",
            "response_header_timeout"])
            proxy.ShouldContain($"\t{wanted}");
    }

    [Fact]
    public void What_an_operator_sets_reaches_every_program_of_ours()
    {
        foreach (var service in Ours)
            Services[service].ShouldContain("\n    env_file: *settings\n", Case.Sensitive, service);
        Text("docker-compose.yml").ShouldContain("x-settings: &settings\n  - path: .env\n    required: false\n");
        // What stands here wins over what the operator sets.
        Set().Matches(Services["web1"]).Select(match => match.Groups["name"].Value)
            .ShouldBe(["DX_PUBLIC_URL", "DX_PROXIES", "DX_EVIDENCE", "ASPNETCORE_TEMP"]);
        (Text(".gitignore").Contains("\n/.env\n", StringComparison.Ordinal)
            && Text(".dockerignore").Contains(".env\n", StringComparison.Ordinal)).ShouldBeTrue("what is set there goes nowhere else");
    }

    /// <summary>Each process has its pool, a connection to listen by and one for the rounds of notices.</summary>
    [Fact]
    public void The_database_takes_the_connections_of_four_web_processes_and_twenty_more()
    {
        var pool = Number(Text("deploy/make-secrets"), "Maximum Pool Size=");
        Number(Services["postgres"], "max_connections=").ShouldBeGreaterThanOrEqualTo(4 * (pool + 2) + 20);
        Number(Text("deploy/cluster/patroni.yml"), "max_connections: ").ShouldBeGreaterThanOrEqualTo(4 * (pool + 2) + 20);

        static int Number(string text, string after) => int.Parse(
            Regex.Match(text, $@"{after}(\d+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex(@"^  (?<name>[a-z0-9]+): \*web$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Same();

    [GeneratedRegex(@"^      (?<name>[A-Z_]+): ", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Set();

    [GeneratedRegex(@"^  (?<name>[a-z0-9]+):(?: &\w+)?\n(?<text>(?:    .*\n|\n)+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Service();

    [GeneratedRegex(@"^(?:    image: |FROM )(?<image>\S+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Image();

    /// <summary>PostgreSQL's versions have two numbers, all others three.</summary>
    [GeneratedRegex(@":(?:17\.\d+|\d+\.\d+\.\d+)(?:-[a-z-]+)?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Exact();

    [GeneratedRegex(
        @"^      (?<name>\w*(?:PASSWORD|SECRET|KEY|ConnectionStrings)\w*):", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}

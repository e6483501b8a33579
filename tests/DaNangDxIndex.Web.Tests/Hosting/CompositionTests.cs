using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>What a deployment by containers is held to: known images, bounds, and no rights that it can do without.</summary>
public sealed partial class CompositionTests
{
    private static readonly string[] Ours = ["migrate", "web", "keeping"];

    private static readonly Dictionary<string, string> Services =
        Service().Matches(Text("docker-compose.yml").Split("\nnetworks:")[0])
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["text"].Value, StringComparer.Ordinal);

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
        Services.Keys.ShouldBe(["postgres", "migrate", "web", "keeping", "proxy"]);
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

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex(@"^  (?<name>[a-z]+):\n(?<text>(?:    .*\n|\n)+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
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

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Layout;

/// <summary>
/// Every package that stands in a lock file, with its licence, in docs/licences.md; and none under a licence that nobody has agreed to.
/// DX_WRITE_LICENCES=true writes the list.
/// </summary>
public sealed partial class LicencesTests
{
    private static readonly string File = Path.Combine(Repository.Root, "docs", "licences.md");

    /// <summary>They ask for their notice to be kept and for nothing of ours. Fonts may be shipped with a program under OFL.</summary>
    private static readonly string[] Permitted =
        ["MIT", "Apache-2.0", "BSD-3-Clause", "PostgreSQL", "ISC", "OFL-1.1", "MIT AND OFL-1.1", "(MIT AND Zlib)"];

    /// <summary>For what never leaves the workshop: changes to it would have to be given on, and nobody changes it.</summary>
    private static readonly string[] PermittedForTools = [.. Permitted, "MPL-2.0", "Python-2.0"];

    /// <summary>Packages that bring their licence as a file or an address; read by a person.</summary>
    private static readonly Dictionary<string, string> ReadByAPerson = new(StringComparer.Ordinal)
    {
        ["Otp.NET"] = "MIT",
        ["xunit.abstractions"] = "Apache-2.0",
    };

    private static readonly string[] Shipped = ["DaNangDxIndex.Web", "DaNangDxIndex.Verifier", "DaNangDxIndex.Domain"];

    private sealed record Package(string Name, string Version, string Licence, bool IsShipped);

    [Fact]
    public void Every_package_is_under_a_licence_that_was_agreed_to()
    {
        var packages = Packages();
        packages.Count.ShouldBeGreaterThan(100);
        packages.Where(package => !(package.IsShipped ? Permitted : PermittedForTools).Contains(package.Licence)).ShouldBeEmpty();
    }

    [Fact]
    public void The_list_names_every_package_of_the_lock_files_with_its_licence()
    {
        var list = Written(Packages());
        if (Environment.GetEnvironmentVariable("DX_WRITE_LICENCES") == "true")
            System.IO.File.WriteAllText(File, list);
        System.IO.File.ReadAllText(File).ShouldBe(list, "DX_WRITE_LICENCES=true writes it");
    }

    private static List<Package> Packages() =>
    [
        .. OfDotNet().Concat(OfFrontEnd()).GroupBy(package => (package.Name, package.Version))
            .Select(same => same.First() with { IsShipped = same.Any(package => package.IsShipped) })
            .OrderByDescending(package => package.IsShipped).ThenBy(package => package.Name, StringComparer.Ordinal)
            .ThenBy(package => package.Version, StringComparer.Ordinal),
    ];

    private static string Written(IEnumerable<Package> packages)
    {
        const string head = """
            # Licences

            Every package of the lock files. Written by `LicencesTests`, which also holds which licences are agreed to; `./bill` makes the bills of
            materials (CycloneDX) of what is shipped and compares them with this list. Lists, fonts and texts that lie in the repository itself say
            where they are from beside them (docs/decisions).

            | package | version | licence | for |
            |---|---|---|---|

            """;
        return head + string.Concat(packages.Select(package => $"| {package.Name} | {package.Version} | {package.Licence} | "
            + $"{(package.IsShipped ? "the product" : "building and testing")} |\n"));
    }

    private static IEnumerable<Package> OfDotNet() =>
        from file in Directory.EnumerateFiles(Repository.Root, "packages.lock.json", SearchOption.AllDirectories)
        let project = Path.GetFileName(Path.GetDirectoryName(file))
        from framework in Lock(file)["dependencies"].ShouldNotBeNull().AsObject()
        from package in framework.Value.ShouldNotBeNull().AsObject()
        let version = package.Value?["resolved"]?.GetValue<string>()
        where version is not null
        select new Package(package.Key, version, LicenceOf(package.Key, version), Shipped.Contains(project) && !IsAnalyzer(package.Key));

    private static bool IsAnalyzer(string name) => name.EndsWith(".Analyzers", StringComparison.Ordinal)
        || name.EndsWith(".Analyzer", StringComparison.Ordinal);

    private static IEnumerable<Package> OfFrontEnd() =>
        from package in Lock(Path.Combine(Repository.Root, "src", "DaNangDxIndex.Web", "package-lock.json"))["packages"]
            .ShouldNotBeNull().AsObject()
        where package.Key.Length > 0
        let name = package.Key[(package.Key.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..]
        select new Package(name, $"{package.Value?["version"]}", $"{package.Value?["license"]}",
            package.Value?["dev"] is null && package.Value?["optional"] is null);

    private static JsonNode Lock(string file) => JsonNode.Parse(System.IO.File.ReadAllText(file)).ShouldNotBeNull();

    private static string LicenceOf(string name, string version)
    {
        if (ReadByAPerson.TryGetValue(name, out var read))
            return read;
        var store = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var about = Path.Combine(store, name.ToLowerInvariant(), version.ToLowerInvariant(), $"{name.ToLowerInvariant()}.nuspec");
        return Expression().Match(System.IO.File.ReadAllText(about)) is { Success: true } match ? match.Groups["licence"].Value : "?";
    }

    [GeneratedRegex("""<license type="expression">(?<licence>[^<]+)</license>""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();
}

using System.Reflection;
using System.Text.RegularExpressions;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Layout;

/// <summary>
/// Folders of a project need each other one way only, so that each can be read and changed with what lies below it in mind and nothing
/// else. docs/architecture.md gives the order of Domain and Web. Whoever fails here moves a type to where it belongs; that is nearly
/// always below.
/// </summary>
public sealed partial class FolderDirectionsTests
{
    [Theory]
    [InlineData(typeof(Bilingual))]
    [InlineData(typeof(Program))]
    [InlineData(typeof(DxVerify))]
    [InlineData(typeof(DemoProgram))]
    public void Folders_need_each_other_one_way_only(Type type)
    {
        var uses = Uses(type.Assembly).ToLookup(use => (use.From, use.To), use => use.Why);

        Circles(uses.Select(edge => edge.Key)).Select(circle => Told(circle, uses)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(typeof(Bilingual), "Domain")]
    [InlineData(typeof(Program), "Web")]
    public void What_a_folder_needs_stands_above_it_in_the_list_of_the_architecture(Type type, string project)
    {
        var uses = Uses(type.Assembly).ToLookup(use => (use.From, use.To), use => use.Why);
        var places = PlacesIn(project);
        places.Count.ShouldBeGreaterThan(10);

        uses.SelectMany(use => new[] { use.Key.From, use.Key.To }).Distinct().Where(folder => !places.ContainsKey(folder)).ShouldBeEmpty();
        uses.Where(use => places[use.Key.From] < places[use.Key.To]).Select(use => Told([use.Key], uses)).ShouldBeEmpty();
    }

    [Fact]
    public void A_circle_is_found_whatever_its_length()
    {
        Circles([("A", "B"), ("B", "C"), ("C", "A"), ("A", "D")]).ShouldHaveSingleItem()
            .ShouldBe([("A", "B"), ("B", "C"), ("C", "A")], ignoreOrder: true);
        Circles([("A", "B"), ("B", "C"), ("A", "C")]).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_type_needs_is_read_from_its_code()
    {
        TypeUses.Of(typeof(Audit.Acts)).ShouldContain(typeof(Database.DxIndexDb));
        TypeUses.FolderOf(typeof(Audit.Acts)).ShouldBe("Audit");
        Uses(typeof(Program).Assembly).ShouldContain(
            use => use.From == "Frame" && use.To == "Tenancy" && use.Why.StartsWith("Frame__Header", StringComparison.Ordinal));
    }

    /// <summary>By folder, the number that it is listed under; what only explains a folder has a number that nobody asks for.</summary>
    private static Dictionary<string, int> PlacesIn(string project)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs/architecture.md"))
            .SkipWhile(line => line != $"{project}, from the bottom:").Skip(2).TakeWhile(line => line.Length > 0))
        {
            if (char.IsAsciiDigit(line[0]))
                number++;
            foreach (Match name in InCode().Matches(line))
                places.TryAdd(name.Groups["name"].Value, number);
        }

        return places;
    }

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InCode();

    private static IEnumerable<(string From, string To, string Why)> Uses(Assembly assembly) =>
        from type in assembly.GetTypes()
        let folder = TypeUses.FolderOf(type)
        where folder is not null
        from used in TypeUses.Of(type)
        where used.Assembly == assembly
        let other = TypeUses.FolderOf(used)
        where other is not null && other != folder
        select (folder, other, $"{Name(type)} needs {Name(used)}");

    /// <summary>Edges that lie on circles, one list for each knot of folders that reach each other.</summary>
    private static IEnumerable<List<(string From, string To)>> Circles(IEnumerable<(string From, string To)> edges)
    {
        var open = edges.ToHashSet();
        // Whatever needs nothing of the rest, or is not needed by it, lies on no circle.
        while (open.RemoveWhere(edge => !open.Any(next => next.From == edge.To) || !open.Any(last => last.To == edge.From)) > 0)
        {
        }

        while (open.Count > 0)
        {
            HashSet<string> knot = [open.Min().From];
            while (open.FirstOrDefault(edge => knot.Contains(edge.From) != knot.Contains(edge.To)) is ({ } from, { } to))
                knot.UnionWith([from, to]);
            yield return [.. open.Where(edge => knot.Contains(edge.From)).Order()];
            open.RemoveWhere(edge => knot.Contains(edge.From));
        }
    }

    private static string Told(IEnumerable<(string From, string To)> circle, ILookup<(string From, string To), string> uses) =>
        string.Join('\n', circle.Select(edge => $"{edge.From} needs {edge.To}: {string.Join(", ", uses[edge].Distinct().Take(5))}"));

    private static string Name(Type type)
    {
        var outer = type;
        while (outer.DeclaringType is { } declaring)
            outer = declaring;
        return outer.Name;
    }
}

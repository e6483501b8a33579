using DaNangDxIndex.Criteria;
using DaNangDxIndex.Csv;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>The criteria file of one group, with what the other files are looked up in.</summary>
public sealed class GroupFile
{
    private readonly string _path;

    private GroupFile(string path, CriteriaSet set)
    {
        (_path, Set) = (path, set);
        for (var place = 0; place < set.Figures.Count; place++)
            FigurePlaces[set.Figures[place].Code] = place;
        foreach (var criterion in set.Criteria)
            Criteria[criterion.Code] = criterion;
        FigurePlaceOf = FigurePlaces.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public CriteriaSet Set { get; }

    public Dictionary<string, int> FigurePlaces { get; } = new(StringComparer.Ordinal);

    /// <summary>The same by a piece of a line, so that reading a million figures makes no million texts.</summary>
    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> FigurePlaceOf { get; }

    public Dictionary<string, Criterion> Criteria { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the files; every problem becomes a fault that names its place as a JSON pointer.</summary>
    public static List<GroupFile> Read(IEnumerable<string> files, Faults faults)
    {
        List<GroupFile> groups = [];
        foreach (var file in files)
        {
            var reading = CriteriaFile.Read(File.ReadAllText(file));
            foreach (var problem in reading.Problems)
            {
                var place = problem.Pointer.Length == 0 ? "" : problem.Pointer + ": ";
                faults.Add(new Fault(file, problem.Line, 0, new(place + problem.Message.Vi, place + problem.Message.En)));
            }

            if (reading.Set is not { } set)
                continue;
            if (groups.Exists(group => string.Equals(group.Set.Group, set.Group, StringComparison.Ordinal)))
                faults.Add(file, new($"Khối “{set.Group}” đã có tệp khác.", $"Another file already holds the group \"{set.Group}\"."));
            else
                groups.Add(new GroupFile(file, set));
        }

        return groups;
    }

    /// <summary>A kind that names an agency nobody knows spares the wrong one, or nobody: each such name is a fault.</summary>
    public void RefuseStrangersInKinds(IReadOnlyCollection<string> agencies, Faults faults)
    {
        foreach (var kind in Set.Kinds)
        {
            foreach (var stranger in kind.Agencies.Where(agency => !agencies.Contains(agency, StringComparer.Ordinal)))
            {
                var unknown = Likeness.Unknown("cơ quan", "agency", stranger, agencies);
                faults.Add(_path, new($"kinds, {kind.Code}: {unknown.Vi}", $"kinds, {kind.Code}: {unknown.En}"));
            }
        }
    }
}

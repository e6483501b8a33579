using System.Text;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Csv;

namespace DaNangDxIndex.Scoring;

/// <summary>Reads all files of a scoring before it says what is wrong with any of them.</summary>
public static class InputFiles
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The agencies in the order of agencies.csv; without that file, in the order in which figures.csv names them.</summary>
    public static OrderedDictionary<string, AgencyRow> Read(CommandLine line, Faults faults, Progress progress)
    {
        var criteria = line.All("--criteria");
        if (criteria.Count == 0)
            line.Need("--criteria");
        var figures = line.Need("--figures");
        var groups = GroupFile.Read(criteria, faults);
        if (groups.Count == 0 || faults.Count > 0)
            return new(StringComparer.Ordinal);

        var agencies = new OrderedDictionary<string, AgencyRow>(StringComparer.Ordinal);
        if (line.Last("--agencies") is { } list)
        {
            using var text = Open(list);
            agencies = AgenciesFile.Read(text, list, groups, faults);
            foreach (var group in groups)
                group.RefuseStrangersInKinds(agencies.Keys, faults);
        }

        using (var text = Open(figures))
            FiguresFile.Read(text, figures, Lookup(line, agencies, groups), faults, progress);
        if (line.Last("--verdicts") is { } verdicts)
        {
            using var text = Open(verdicts);
            VerdictsFile.Read(text, verdicts, agencies, faults);
        }

        return agencies;
    }

    private static Func<ReadOnlySpan<char>, AgencyRow?> Lookup(
        CommandLine line, OrderedDictionary<string, AgencyRow> agencies, List<GroupFile> groups)
    {
        var known = agencies.Values.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        var byCode = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (line.Last("--agencies") is not null || groups.Count > 1)
            return code => byCode.TryGetValue(code, out var agency) ? agency : null;
        return code =>
        {
            if (byCode.TryGetValue(code, out var agency) || !CodeForm.Fits(code))
                return agency;
            agency = new AgencyRow(code.ToString(), groups[0]);
            known.Add(agency.Code, agency);
            agencies.Add(agency.Code, agency);
            return agency;
        };
    }

    private static StreamReader Open(string file) => new(file, Strict, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
}

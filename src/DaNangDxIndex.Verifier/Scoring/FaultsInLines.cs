using DaNangDxIndex.Csv;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

internal static class FaultsInLines
{
    /// <summary>One line for each fault, in the order of the files, then how many there are.</summary>
    public static IEnumerable<string> Lines(this Faults faults, string culture) =>
        faults.First.Select(fault => fault.In(culture)).Append(HowMany(faults).In(culture));

    private static Bilingual HowMany(Faults faults)
    {
        var (all, unseen) = (new Counted(faults.Count), faults.Count - faults.First.Count);
        return unseen > 0
            ? new($"{all} lỗi, trong đó {unseen} lỗi sau không in ra. Chưa tính điểm.",
                $"{all} faults, the last {unseen} not printed. Nothing was scored.")
            : new($"{all} lỗi. Chưa tính điểm.", $"{all} {all:fault|faults}. Nothing was scored.");
    }
}

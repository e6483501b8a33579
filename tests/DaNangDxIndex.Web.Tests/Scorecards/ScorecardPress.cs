using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// Prints sample scorecards into a folder, to be looked at, with their digests, sizes and times (the mean of as many rounds as asked for):
/// dotnet run -c Release --project tests/DaNangDxIndex.Web.Tests -- /tmp/scorecards 20
/// </summary>
internal static class ScorecardPress
{
    public static int Main(string[] arguments)
    {
        if (arguments is ["--memory", var times])
            return PrintGrowth(int.Parse(times, CultureInfo.InvariantCulture));
        if (arguments is not [var folder, .. var rest])
            return 2;
        var rounds = rest is [var typed] ? int.Parse(typed, CultureInfo.InvariantCulture) : 20;
        Directory.CreateDirectory(folder);
        var pdf = new ScorecardPdf(Fonts.Tinos);
        foreach (var culture in (string[])["vi", "en"])
        {
            Print(pdf, SampleScorecard.Make(criteriaPerComponent: 3), culture, Path.Combine(folder, $"three-pages-{culture}.pdf"), rounds);
            Print(pdf, SampleScorecard.Make(), culture, Path.Combine(folder, $"decision-{culture}.pdf"), rounds);
            Print(pdf, SampleScorecard.MakeDemo(), culture, Path.Combine(folder, $"demo-{culture}.pdf"), rounds);
            Print(pdf, SampleScorecard.MakeBlank(), culture, Path.Combine(folder, $"blank-{culture}.pdf"), rounds);
        }
        return 0;
    }

    /// <summary>Writes how many resident bytes so many cards leave behind, after 500 in which caches and arenas fill.</summary>
    private static int PrintGrowth(int cards)
    {
        var pdf = new ScorecardPdf(Fonts.Tinos);
        var card = SampleScorecard.Make() with { Components = [], Pillars = [], TierScale = new ScorecardTierScale([]) };
        Write(500);
        var before = ResidentBytes();
        Write(cards);
        Console.WriteLine((ResidentBytes() - before).ToString(CultureInfo.InvariantCulture));
        return 0;

        void Write(int times)
        {
            for (var i = 0; i < times; i++)
                pdf.Write(card, "vi");
        }
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Environment.WorkingSet;
    }

    private static void Print(ScorecardPdf pdf, ScorecardDocument document, string culture, string file, int rounds)
    {
        var bytes = pdf.Write(document, culture);
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < rounds; round++)
            pdf.Write(document, culture);
        File.WriteAllBytes(file, bytes);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Convert.ToHexStringLower(SHA256.HashData(bytes))} {bytes.Length / 1024.0:F0} KB {watch.Elapsed.TotalMilliseconds / Math.Max(rounds, 1):F1} ms {Path.GetFileName(file)}"));
    }
}

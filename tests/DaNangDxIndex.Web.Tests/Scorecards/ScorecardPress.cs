using System.Globalization;
using System.Security.Cryptography;
using DaNangDxIndex.Measured;
using DaNangDxIndex.Measured.Country;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// Prints sample documents into a folder, to be looked at, with their digests and sizes:
/// dotnet run -c Release --project tests/DaNangDxIndex.Web.Tests -- /tmp/documents
/// and measures what docs/performance.md tells: a scorecard, … -- --measure, the pages of those who work, … -- --work, and the whole
/// country, … -- --country; … -- --move rehearses the move of a province between two clusters
/// </summary>
internal static class ScorecardPress
{
    public static readonly Uri Verify = new("https://dx.danang.gov.vn/verify/" + SamplePublication.Code);

    public static int Main(string[] arguments)
    {
        if (arguments is ["--memory", var times])
            return PrintGrowth(int.Parse(times, CultureInfo.InvariantCulture));
        if (arguments is ["--measure"])
            return Measure();
        if (arguments is ["--work", .. var parts])
            return MeasuredWork.PrintAsync(parts).GetAwaiter().GetResult();
        if (arguments is ["--country", .. var wanted])
            return MeasuredCountry.PrintAsync(wanted).GetAwaiter().GetResult();
        if (arguments is ["--move"])
            return MeasuredMove.PrintAsync().GetAwaiter().GetResult();
        if (arguments is ["--bare-saves", var address, var application, var tenant, var account])
            return BareSaves.ServeAsync(address, application, Guid.Parse(tenant), Guid.Parse(account)).GetAwaiter().GetResult();
        if (arguments is not [var folder])
            return 2;
        Directory.CreateDirectory(folder);
        var (cards, tables) = (new ScorecardPdf(Fonts.Tinos), new StandingsPdf(Fonts.Tinos));
        (string Name, PublishedVersion Version)[] versions =
            [("annex", SamplePublication.Announced), ("sample", SamplePublication.Sample),
                ("notice", SamplePublication.Of(SamplePublication.Notice))];
        foreach (var (name, version) in versions)
            foreach (var language in (string[])["vi", "en"])
            {
                foreach (var agency in (string[])["so-tttt", "so-gtvt", "so-ldtbxh", "dai-ptth", "bhxh", "p-hoa-thuan-tay", "p-tho-quang"])
                    Print(folder, $"{name}-{agency}-{language}", cards.Write(SamplePublication.Card(version, agency), language, Verify));
                foreach (var group in version.Edition.Groups)
                    Print(folder, $"{name}-table-{group.Code}-{language}", tables.Write(version, group, language, Verify));
            }
        return 0;
    }

    /// <summary>
    /// Processor time of one card, as the median of batches, so that other
    /// work on the machine does not enter; then all processors together.
    /// </summary>
    private static int Measure()
    {
        const int batch = 10, batches = 40, bulk = 600;
        var version = SamplePublication.Announced;
        var (pdf, agencies) = (new ScorecardPdf(Fonts.Tinos),
            version.Edition.Groups.SelectMany(group => group.Results).Select(result => result.Agency).ToList());
        var next = 0;
        byte[] PrintNext() =>
            pdf.Write(SamplePublication.Card(version, agencies[Interlocked.Increment(ref next) % agencies.Count]), "vi", Verify);
        for (var i = 0; i < 300; i++)
            PrintNext();
        var times = new List<double>();
        for (var i = 0; i < batches; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var card = 0; card < batch; card++)
                PrintNext();
            times.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds / batch);
        }
        times.Sort();
        var (start, watch) = (Environment.CpuUsage.TotalTime, System.Diagnostics.Stopwatch.StartNew());
        Parallel.For(0, bulk, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, _ => PrintNext());
        var used = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / bulk;
        using var files = new PrintedFiles();
        var kept = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 10_000; i++)
            files.Get(version.Digest, "so-tttt.vi", PrintNext);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            one card of three pages: {times[times.Count / 2]:F1} ms of processor time (median of {batches} batches of {batch})
            {bulk} cards on {Environment.ProcessorCount} processors: {bulk / watch.Elapsed.TotalSeconds:F0} a second by the clock,
                {used:F1} ms of processor time each
            a card from memory: {kept.Elapsed.TotalMicroseconds / 10_000:F2} µs
            """));
        return 0;
    }

    /// <summary>Writes how many resident bytes so many cards leave behind, after 500 in which caches and arenas fill.</summary>
    private static int PrintGrowth(int cards)
    {
        var pdf = new ScorecardPdf(Fonts.Tinos);
        var card = SamplePublication.Card(SamplePublication.Announced, "so-tttt");
        Write(500);
        var before = ResidentBytes();
        Write(cards);
        Console.WriteLine((ResidentBytes() - before).ToString(CultureInfo.InvariantCulture));
        return 0;

        void Write(int times)
        {
            for (var i = 0; i < times; i++)
                pdf.Write(card, "vi", Verify);
        }
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Environment.WorkingSet;
    }

    private static void Print(string folder, string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(folder, name + ".pdf"), bytes);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(bytes))} {bytes.Length / 1024} KB {name}"));
    }
}

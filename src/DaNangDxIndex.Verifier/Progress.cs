using System.Diagnostics;

namespace DaNangDxIndex;

/// <summary>Tells somebody who waits that work goes on: nothing in the first two seconds, then a line every two.</summary>
public sealed class Progress(TextWriter errors, string culture)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();

    /// <summary>Called as often as one likes; looks at the clock every 4,096th time.</summary>
    public void At(int count, Bilingual what)
    {
        if ((count & 0xfff) != 0 || _sinceLast.Elapsed < Pause)
            return;
        _sinceLast.Restart();
        errors.WriteLine($"  {count} {what.In(culture)}");
    }
}

namespace DaNangDxIndex.Accounts.Refused;

/// <summary>
/// Lines in the order of their bytes, looked up where they lie: a list of a billion is neither read nor held. One line is at most
/// <see cref="Longest"/> bytes.
/// </summary>
/// <param name="until">A sign that ends the part of a line that is looked for; null for the whole line.</param>
internal sealed class SortedLines(Func<Stream> open, byte? until = null)
{
    public const int Longest = 400;

    public bool Hold(ReadOnlySpan<byte> key)
    {
        using var lines = open();
        var (low, high) = (0L, lines.Length);
        while (low < high)
        {
            var (start, end, line) = LineAt(lines, low, low + ((high - low) / 2));
            var order = Part(line).SequenceCompareTo(key);
            if (order == 0)
                return true;
            (low, high) = order < 0 ? (end, high) : (low, start);
        }
        return false;
    }

    /// <summary>The first two lines that stand in the wrong order, of the first <paramref name="most"/>; null for none.</summary>
    public (string First, string Second)? Disorder(int most)
    {
        using var reader = new StreamReader(open());
        var last = "";
        for (var read = 0; read < most && reader.ReadLine() is { } line; read++)
        {
            if (System.Text.Encoding.UTF8.GetBytes(last).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(line)) > 0)
                return (last, line);
            last = line;
        }
        return null;
    }

    /// <summary>The line that the byte at <paramref name="at"/> belongs to, its break included.</summary>
    private static (long Start, long End, byte[] Line) LineAt(Stream lines, long low, long at)
    {
        var from = Math.Max(low, at - Longest);
        var around = new byte[2 * Longest];
        lines.Position = from;
        var read = lines.ReadAtLeast(around, around.Length, throwOnEndOfStream: false);
        var before = around.AsSpan(0, (int)(at - from)).LastIndexOf((byte)'\n') + 1;
        var length = around.AsSpan(before, read - before).IndexOf((byte)'\n');
        var end = length < 0 ? read : before + length;
        return (from + before, from + end + 1, around[before..end]);
    }

    private ReadOnlySpan<byte> Part(ReadOnlySpan<byte> line)
    {
        var end = until is { } sign ? line.IndexOf(sign) : -1;
        return (end < 0 ? line : line[..end]).TrimEnd("\r"u8);
    }
}

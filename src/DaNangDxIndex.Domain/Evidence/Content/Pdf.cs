namespace DaNangDxIndex.Evidence.Content;

internal static class Pdf
{
    private const int Tail = 2048;

    /// <summary>Some programs put a byte order mark or a blank line before it.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => head.TrimStart("\uFEFF\r\n "u8).StartsWith("%PDF-"u8);

    /// <summary>Read once from end to end, without unpacking anything in it.</summary>
    public static FileType Require(Stream file)
    {
        RequireEnd(file);
        var scan = new PdfScan();
        var buffer = new byte[64 * 1024];
        file.Position = 0;
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            foreach (var next in buffer.AsSpan(0, read))
                scan.Take(next);
        }
        return scan.IsEncrypted ? throw FileRefusal.Encrypted : FileType.Pdf;
    }

    private static void RequireEnd(Stream file)
    {
        file.Position = Math.Max(0, file.Length - Tail);
        var tail = new byte[file.Length - file.Position];
        file.ReadExactly(tail);
        if (tail.AsSpan().IndexOf("%%EOF"u8) < 0)
            throw FileRefusal.Damaged;
    }
}

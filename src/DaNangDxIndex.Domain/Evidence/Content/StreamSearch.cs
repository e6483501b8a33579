namespace DaNangDxIndex.Evidence.Content;

internal static class StreamSearch
{
    private const int Step = 64 * 1024;

    /// <summary>Looks through the whole file for a few bytes, a step at a time.</summary>
    public static bool Holds(Stream file, ReadOnlySpan<byte> sought)
    {
        file.Position = 0;
        var window = new byte[Step + sought.Length];
        var kept = 0;
        for (int read; (read = file.Read(window, kept, Step)) > 0;)
        {
            var filled = window.AsSpan(0, kept + read);
            if (filled.IndexOf(sought) >= 0)
                return true;
            kept = Math.Min(sought.Length - 1, filled.Length);
            filled[^kept..].CopyTo(window);
        }
        return false;
    }
}

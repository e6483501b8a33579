namespace DaNangDxIndex.Database.Embedded;

/// <summary>What a server said before it ended: on its standard error, and in the newest file of its own log.</summary>
internal sealed class LastWords(string data)
{
    private const int Kept = 5;
    private readonly List<string> _errors = [];

    public void Add(string? line)
    {
        lock (_errors)
        {
            if (line is { Length: > 0 } && _errors.Count < 20)
                _errors.Add(line);
        }
    }

    public override string ToString()
    {
        lock (_errors)
        {
            var log = NewestLog();
            var from = log is null || _errors.Exists(line => line.Contains("FATAL", StringComparison.Ordinal)) ? [] : Ending(log);
            return string.Join(' ', _errors.TakeLast(Kept).Concat(from).Select(line => line.Trim()));
        }
    }

    private string? NewestLog()
    {
        var folder = Path.Combine(data, "log");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).MaxBy(File.GetLastWriteTimeUtc) : null;
    }

    private static IEnumerable<string> Ending(string file)
    {
        try
        {
            return File.ReadLines(file).TakeLast(Kept).ToList();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [$"(see {file})"];
        }
    }
}

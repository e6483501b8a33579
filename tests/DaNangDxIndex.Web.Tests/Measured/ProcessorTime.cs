using System.Globalization;

namespace DaNangDxIndex.Measured;

/// <summary>
/// What a process and all that it has started took of the processors: for PostgreSQL that is the whole server. Other work on the machine
/// hardly enters. The kernel counts in hundredths of a second, so a measurement lasts a second or more.
/// </summary>
internal sealed class ProcessorTime(int process)
{
    /// <param name="backend">Any process of the server that is connected now.</param>
    public static ProcessorTime OfServer(int backend) => new(Stat(backend).Parent);

    public TimeSpan Spent()
    {
        var children = File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var ticks = Stat(process).Ended + children.Select(Number).Append(process).Sum(id => Stat(id).Own);
        return TimeSpan.FromMilliseconds(10 * ticks);
    }

    private static (int Parent, long Own, long Ended) Stat(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ').Skip(1).Take(14).Select(Number).ToList();
            return (fields[0], fields[10] + fields[11], fields[12] + fields[13]);
        }
        catch (IOException)
        {
            return default;
        }
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

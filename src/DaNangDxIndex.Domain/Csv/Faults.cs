namespace DaNangDxIndex.Csv;

/// <summary>
/// Something wrong in an input file, with its place. Line and column count from 1; line 0 is the whole file, column 0 the whole line.
/// </summary>
public sealed record Fault(string File, int Line, int Column, Bilingual Message)
{
    public string In(string culture) => (Line, Column) switch
    {
        (0, _) => $"{File}: {Message.In(culture)}",
        (_, 0) => $"{File}:{Line}: {Message.In(culture)}",
        _ => $"{File}:{Line}:{Column}: {Message.In(culture)}",
    };
}

/// <summary>
/// All faults found so far. The first hundred are kept, the rest only counted: a file in the wrong form has one in every line.
/// </summary>
public sealed class Faults
{
    private const int Kept = 100;

    private readonly List<Fault> _first = [];

    public int Count { get; private set; }

    public IReadOnlyList<Fault> First => _first;

    public void Add(Fault fault)
    {
        Count++;
        if (_first.Count < Kept)
            _first.Add(fault);
    }

    public void Add(string file, Bilingual message) => Add(new Fault(file, 0, 0, message));
}

namespace DaNangDxIndex.Typesetting;

/// <summary>The cuts of Tinos that documents are set in, read from one folder, so that the machine's own fonts change nothing.</summary>
public sealed class Typefaces : IDisposable
{
    private static readonly string[] Cuts = ["Regular", "Bold", "Italic", "BoldItalic"];
    private readonly Lazy<Typeface>[] _cuts;

    public Typefaces(string folder) =>
        _cuts = [.. Cuts.Select((cut, index) => new Lazy<Typeface>(() => Load(folder, cut, index)))];

    internal Typeface this[TextStyle style] => _cuts[(style.Bold ? 1 : 0) + (style.Italic ? 2 : 0)].Value;

    public void Dispose()
    {
        foreach (var cut in _cuts.Where(cut => cut.IsValueCreated))
            cut.Value.Dispose();
    }

    private static Typeface Load(string folder, string cut, int index)
    {
        var file = Path.Combine(folder, $"Tinos-{cut}.ttf");
        if (!File.Exists(file))
            throw new FileNotFoundException($"There is no font {file}. The front-end build puts it there: npm ci && npm run build.");
        return new Typeface(file, index);
    }
}

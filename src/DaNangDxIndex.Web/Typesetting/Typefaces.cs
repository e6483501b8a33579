using System.Collections.Concurrent;

namespace DaNangDxIndex.Typesetting;

/// <summary>The fonts that documents are set in: those of one folder and no others, so that the machine's own fonts change nothing.</summary>
/// <remarks>Pango's font maps belong to one thread at a time and are slow to make, so they are lent out and taken back, with the memory Cairo writes into.</remarks>
public sealed class Typefaces(string folder) : IDisposable
{
    private readonly Lazy<FontConfiguration> _configuration = new(() => Load(folder));
    private readonly ConcurrentBag<Press> _idle = [];

    internal Press Rent() => _idle.TryTake(out var idle) ? idle : new Press(Configured(_configuration.Value), new MemoryStream());

    internal void Return(Press press)
    {
        press.Bytes.SetLength(0);
        // A rush of requests makes many; only as many as can work at once are worth their memory.
        if (_idle.Count < 2 * Environment.ProcessorCount)
            _idle.Add(press);
        else
            press.Fonts.Dispose();
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var press))
            press.Fonts.Dispose();
        if (_configuration.IsValueCreated)
            _configuration.Value.Dispose();
    }

    private static PangoFontMap Configured(FontConfiguration configuration)
    {
        var map = Pango.FontMap();
        Pango.SetConfiguration(map, configuration);
        return map;
    }

    private static FontConfiguration Load(string folder)
    {
        SystemLibraries.Require();
        string[] files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.ttf").Order(StringComparer.Ordinal)] : [];
        if (files.Length == 0)
            throw new FileNotFoundException($"No fonts (*.ttf) in {folder}. The front-end build puts them there: npm ci && npm run build.");
        var configuration = Fontconfig.Create();
        foreach (var file in files)
            if (!Fontconfig.AddFile(configuration, file))
                throw new InvalidDataException($"{file} is not a font that fontconfig can read.");
        return configuration;
    }

    internal sealed record Press(PangoFontMap Fonts, MemoryStream Bytes);
}

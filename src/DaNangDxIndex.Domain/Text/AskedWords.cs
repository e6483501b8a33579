namespace DaNangDxIndex.Text;

/// <summary>
/// What somebody looks for. Pages bind it from the address as this and not as text, so it is folded once, however many texts are looked
/// through: every word of it must stand somewhere in the text, in any order.
/// </summary>
public sealed class AskedWords
{
    /// <summary>In letters; what stands behind them is not looked for.</summary>
    private const int Longest = 200;

    private readonly string _typed;
    private readonly string[] _words;

    private AskedWords(string typed)
    {
        _typed = typed;
        _words = FoldedText.Of(ShortText.Cut(typed, Longest)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Any text can be looked for; by this name and form the binding of the framework finds it.</summary>
    public static bool TryParse(string? typed, out AskedWords asked)
    {
        asked = new(typed ?? "");
        return true;
    }

    /// <summary>Folded, without spaces; none where nothing is looked for.</summary>
    public IReadOnlyList<string> Words => _words;

    public bool StandIn(string text) => _words.Length == 0 || StandInFolded(FoldedText.Of(text));

    /// <param name="text">Folded already.</param>
    public bool StandInFolded(string text) => Array.TrueForAll(_words, word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>As typed.</summary>
    public override string ToString() => _typed;
}

namespace DaNangDxIndex.Criteria.Notation;

/// <summary>The line cut into words and signs. A word is anything between spaces and the signs ( ) : ; = ×.</summary>
internal sealed class NotationTokens
{
    private const string Signs = "():;=×*";
    private readonly List<string> _tokens = [];
    private int _next;

    public NotationTokens(string text)
    {
        var word = "";
        foreach (var letter in text.Normalize() + " ")
        {
            if (!char.IsWhiteSpace(letter) && !Signs.Contains(letter, StringComparison.Ordinal))
            {
                word += letter;
                continue;
            }

            if (word.Length > 0)
                _tokens.Add(word);
            word = "";
            if (!char.IsWhiteSpace(letter))
                _tokens.Add(letter == '*' ? "×" : letter.ToString());
        }
    }

    public bool AtEnd => _next >= _tokens.Count;

    /// <summary>What stands here, for a message.</summary>
    public string Here => AtEnd ? "…" : _tokens[_next];

    /// <summary>Passes the word or words in either language; false where others stand here.</summary>
    public bool Pass(Bilingual words) => Pass(words.Vi.Split(' ')) || Pass(words.En.Split(' '));

    public bool Pass(string sign) => Pass([sign]);

    /// <summary>All words up to one of the signs, joined by spaces; what stands at the sign stays.</summary>
    public string Until(params ReadOnlySpan<string> signs)
    {
        var first = _next;
        while (!AtEnd && !signs.Contains(_tokens[_next]))
            _next++;
        return string.Join(' ', _tokens[first.._next]);
    }

    /// <summary>All words up to the words in either language or a sign.</summary>
    public string Until(Bilingual words)
    {
        var first = _next;
        while (!AtEnd && !StandsHere(words.Vi.Split(' ')) && !StandsHere(words.En.Split(' '))
            && !Signs.Contains(_tokens[_next], StringComparison.Ordinal))
            _next++;
        return string.Join(' ', _tokens[first.._next]);
    }

    private bool Pass(string[] words)
    {
        if (!StandsHere(words))
            return false;
        _next += words.Length;
        return true;
    }

    private bool StandsHere(string[] words) =>
        _next + words.Length <= _tokens.Count
            && words.Index().All(word => _tokens[_next + word.Index].Equals(word.Item, StringComparison.OrdinalIgnoreCase));
}

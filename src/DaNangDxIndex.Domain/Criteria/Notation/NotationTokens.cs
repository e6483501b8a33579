namespace DaNangDxIndex.Criteria.Notation;

/// <summary>The line cut into words and signs. A word is anything between spaces and the signs ( ) : ; = ×.</summary>
internal sealed class NotationTokens
{
    private const string Signs = "():;=×*";
    private readonly List<string> tokens = [];
    private int next;

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
                tokens.Add(word);
            word = "";
            if (!char.IsWhiteSpace(letter))
                tokens.Add(letter == '*' ? "×" : letter.ToString());
        }
    }

    public bool AtEnd => next >= tokens.Count;

    /// <summary>What stands here, for a message.</summary>
    public string Here => AtEnd ? "…" : tokens[next];

    /// <summary>Passes the word or words in either language; false where others stand here.</summary>
    public bool Pass(Bilingual words) => Pass(words.Vi.Split(' ')) || Pass(words.En.Split(' '));

    public bool Pass(string sign) => Pass([sign]);

    /// <summary>All words up to one of the signs, joined by spaces; what stands at the sign stays.</summary>
    public string Until(params ReadOnlySpan<string> signs)
    {
        var first = next;
        while (!AtEnd && !signs.Contains(tokens[next]))
            next++;
        return string.Join(' ', tokens[first..next]);
    }

    /// <summary>All words up to the words in either language or a sign.</summary>
    public string Until(Bilingual words)
    {
        var first = next;
        while (!AtEnd && !StandsHere(words.Vi.Split(' ')) && !StandsHere(words.En.Split(' '))
            && !Signs.Contains(tokens[next], StringComparison.Ordinal))
            next++;
        return string.Join(' ', tokens[first..next]);
    }

    private bool Pass(string[] words)
    {
        if (!StandsHere(words))
            return false;
        next += words.Length;
        return true;
    }

    private bool StandsHere(string[] words) =>
        next + words.Length <= tokens.Count
            && words.Index().All(word => tokens[next + word.Index].Equals(word.Item, StringComparison.OrdinalIgnoreCase));
}

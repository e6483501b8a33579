namespace DaNangDxIndex.Evidence.Content;

/// <summary>
/// Follows the syntax of a PDF byte by byte, outside of streams and strings: whether it is encrypted, and how deep its lists and
/// dictionaries lie in each other. Readers follow that depth on their stack.
/// </summary>
internal sealed class PdfScan
{
    private const int Deepest = 100;
    private const int LongestString = 64 * 1024;

    private static readonly ulong Encrypt = Word("/Encrypt"u8);
    private static readonly ulong Stream = Word("stream"u8);
    private static readonly ulong EndStream = Word("ndstream"u8);
    private static readonly ulong Object = Word(" obj"u8);

    private State state;
    private ulong last;
    private int depth;
    private int parentheses;
    private int inString;
    private bool mayBeEncrypted;

    private enum State
    {
        Syntax,
        Stream,
        String,
        Escape,
    }

    public bool IsEncrypted { get; private set; }

    /// <exception cref="RuleViolation"><c>evidence.nested-too-deep</c></exception>
    public void Take(byte one)
    {
        switch (state)
        {
            case State.Syntax:
                TakeSyntax(one);
                break;
            case State.Stream:
                last = (last << 8) | one;
                if (last == EndStream)
                    (state, depth) = (State.Syntax, 0);
                break;
            case State.String:
                TakeString(one);
                break;
            case State.Escape:
                state = State.String;
                break;
        }
    }

    private void TakeSyntax(byte one)
    {
        if (mayBeEncrypted)
            (IsEncrypted, mayBeEncrypted) = (IsEncrypted || !char.IsAsciiLetterOrDigit((char)one), false);
        var before = (byte)(last & 0xFF);
        last = (last << 8) | one;
        switch (one)
        {
            case (byte)'(':
                (state, parentheses, inString) = (State.String, 1, 0);
                break;
            case (byte)'[':
                Deeper();
                break;
            case (byte)'<' when before == '<':
                last = 0;
                Deeper();
                break;
            case (byte)']':
                depth--;
                break;
            case (byte)'>' when before == '>':
                last = 0;
                depth--;
                break;
            default:
                TakeWord();
                break;
        }
    }

    private void TakeWord()
    {
        if ((last & 0xFFFF_FFFF_FFFF) == Stream)
            state = State.Stream;
        else if ((last & 0xFFFF_FFFF) == Object)
            depth = 0;
        else if (last == Encrypt)
            mayBeEncrypted = true;
    }

    /// <summary>A string that never ends hides nothing for longer than the longest that is written.</summary>
    private void TakeString(byte one)
    {
        parentheses += one switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
        if (one == '\\')
            state = State.Escape;
        else if (parentheses == 0 || ++inString > LongestString)
            (state, last) = (State.Syntax, 0);
    }

    private void Deeper()
    {
        if (++depth > Deepest)
            throw FileRefusal.NestedTooDeep;
    }

    private static ulong Word(ReadOnlySpan<byte> letters)
    {
        var word = 0UL;
        foreach (var letter in letters)
            word = (word << 8) | letter;
        return word;
    }
}

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

    private State _state;
    private ulong _last;
    private int _depth;
    private int _parentheses;
    private int _inString;
    private bool _mayBeEncrypted;

    private enum State
    {
        Syntax,
        Stream,
        String,
        Escape,
    }

    public bool IsEncrypted { get; private set; }

    /// <exception cref="RuleViolation"><c>evidence.nested-too-deep</c></exception>
    public void Take(byte next)
    {
        switch (_state)
        {
            case State.Syntax:
                TakeSyntax(next);
                break;
            case State.Stream:
                _last = (_last << 8) | next;
                if (_last == EndStream)
                    (_state, _depth) = (State.Syntax, 0);
                break;
            case State.String:
                TakeString(next);
                break;
            case State.Escape:
                _state = State.String;
                break;
        }
    }

    private void TakeSyntax(byte next)
    {
        if (_mayBeEncrypted)
            (IsEncrypted, _mayBeEncrypted) = (IsEncrypted || !char.IsAsciiLetterOrDigit((char)next), false);
        var before = (byte)(_last & 0xFF);
        _last = (_last << 8) | next;
        switch (next)
        {
            case (byte)'(':
                (_state, _parentheses, _inString) = (State.String, 1, 0);
                break;
            case (byte)'[':
                Deeper();
                break;
            case (byte)'<' when before == '<':
                _last = 0;
                Deeper();
                break;
            case (byte)']':
                _depth--;
                break;
            case (byte)'>' when before == '>':
                _last = 0;
                _depth--;
                break;
            default:
                TakeWord();
                break;
        }
    }

    private void TakeWord()
    {
        if ((_last & 0xFFFF_FFFF_FFFF) == Stream)
            _state = State.Stream;
        else if ((_last & 0xFFFF_FFFF) == Object)
            _depth = 0;
        else if (_last == Encrypt)
            _mayBeEncrypted = true;
    }

    /// <summary>A string that never ends hides nothing for longer than the longest that is written.</summary>
    private void TakeString(byte next)
    {
        _parentheses += next switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
        if (next == '\\')
            _state = State.Escape;
        else if (_parentheses == 0 || ++_inString > LongestString)
            (_state, _last) = (State.Syntax, 0);
    }

    private void Deeper()
    {
        if (++_depth > Deepest)
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

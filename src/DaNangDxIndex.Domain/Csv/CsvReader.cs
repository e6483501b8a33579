using System.Text;

namespace DaNangDxIndex.Csv;

/// <summary>
/// Reads RFC 4180 text row by row without keeping it: fields are spans that hold until the next row. A byte order mark, LF beside
/// CRLF, a missing last line end and empty lines are taken; everything else that the RFC forbids is a fault with its line and column.
/// </summary>
public sealed class CsvReader(TextReader text, string file, Faults faults)
{
    // No character: U+FFFF is one, and may stand in a file.
    private const int End = -1;

    private readonly char[] _buffer = new char[1 << 16];
    private readonly List<Field> _fields = [];
    private char[] _row = new char[1 << 10];
    private int _read;
    private int _next;
    private int _length;
    private int _line = 1;
    private int _column = 1;

    /// <summary>Line on which the present row begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Fields in the present row.</summary>
    public int Count => _fields.Count;

    public ReadOnlySpan<char> this[int field] => _row.AsSpan(_fields[field].Start, _fields[field].Length);

    /// <summary>Notes a fault at a field of the present row; past its end, at the row's last field.</summary>
    public void Fault(int field, Bilingual message)
    {
        var at = _fields[Math.Min(field, _fields.Count - 1)];
        faults.Add(new Fault(file, at.Line, at.Column, message));
    }

    /// <summary>Moves to the next row that is not empty; false at the end of the text.</summary>
    public bool Read()
    {
        do
        {
            _fields.Clear();
            _length = 0;
            Line = _line;
            if (Peek() == End)
                return false;
            while (ReadField())
            {
            }
        }
        while (_fields is [{ Length: 0, Quoted: false }]);
        return true;
    }

    // True when another field follows in this row.
    private bool ReadField()
    {
        var (start, atLine, atColumn) = (_length, _line, _column);
        var quoted = Peek() == '"';
        if (quoted)
            ReadQuoted(atLine, atColumn);
        else
            ReadPlain();
        _fields.Add(new Field(start, _length - start, atLine, atColumn, quoted));
        if (Peek() != ',')
            return EndRow();
        Take();
        return true;
    }

    private void ReadPlain()
    {
        var told = false;
        for (var c = Peek(); c is not (',' or '\r' or '\n' or End); c = Peek())
        {
            if (c == '"' && !told)
            {
                told = true;
                faults.Add(new Fault(file, _line, _column, new(
                    "Dấu nháy kép đứng giữa ô; đặt cả ô trong nháy kép và viết đôi dấu này (\"\").",
                    "A quotation mark inside a plain field; put the whole field in quotation marks and double this one (\"\").")));
            }

            Append((char)Take());
        }
    }

    private void ReadQuoted(int atLine, int atColumn)
    {
        Take();
        while (true)
        {
            var c = Take();
            if (c == End)
            {
                faults.Add(new Fault(
                    file, atLine, atColumn, new("Dấu nháy kép mở ra mà không đóng lại.", "This quotation mark is never closed.")));
                return;
            }

            if (c == '"')
            {
                if (Peek() != '"')
                    break;
                Take();
            }

            Append((char)c);
        }

        if (Peek() is ',' or '\r' or '\n' or End)
            return;
        faults.Add(new Fault(
            file, _line, _column,
            new("Sau dấu nháy kép đóng chỉ có thể là dấu phẩy hoặc hết dòng.",
                "Only a comma or the end of the line can follow a closing quotation mark.")));
        ReadPlain();
    }

    private bool EndRow()
    {
        if (Peek() == '\r')
            Take();
        if (Peek() == '\n')
            Take();
        return false;
    }

    private void Append(char c)
    {
        if (_length == _row.Length)
            Array.Resize(ref _row, _length * 2);
        _row[_length++] = c;
    }

    private int Take()
    {
        var c = Peek();
        _next++;
        _column++;
        if (c == '\n' || (c == '\r' && Peek() != '\n'))
        {
            _line++;
            _column = 1;
        }

        return c;
    }

    private int Peek()
    {
        if (_next < _read)
            return _buffer[_next];
        return Fill() ? _buffer[_next] : End;
    }

    private bool Fill()
    {
        try
        {
            (_next, _read) = (0, text.Read(_buffer));
            return _read > 0;
        }
        catch (DecoderFallbackException)
        {
            _read = 0;
            faults.Add(new Fault(file, _line, _column, new(
                "Từ gần chỗ này tệp không phải là UTF-8; lưu lại ở dạng “CSV UTF-8”.",
                "From about here the file is not UTF-8; save it again as \"CSV UTF-8\".")));
            return false;
        }
    }

    private readonly record struct Field(int Start, int Length, int Line, int Column, bool Quoted);
}

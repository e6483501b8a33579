using System.Globalization;
using System.Text;

namespace DaNangDxIndex.Harness;

/// <summary>The console of this process, where each verb that runs in it is heard alone, whatever else runs beside it.</summary>
internal sealed class OwnConsole : TextWriter
{
    private static readonly AsyncLocal<Heard?> Hearing = new();
    private readonly TextWriter _rest;
    private readonly Func<Heard, TextWriter> _own;

    static OwnConsole()
    {
        Console.SetOut(new OwnConsole(Console.Out, heard => heard.Out));
        Console.SetError(new OwnConsole(Console.Error, heard => heard.Error));
    }

    private OwnConsole(TextWriter rest, Func<Heard, TextWriter> own) => (_rest, _own) = (rest, own);

    public override Encoding Encoding => _rest.Encoding;

    /// <summary>What it wrote to its output, and behind that what it wrote to its errors.</summary>
    public static async Task<(int Code, string Told)> HearAsync(Func<Task<int>> act)
    {
        using var heard = new Heard();
        Hearing.Value = heard;
        var code = await act();
        return (code, $"{heard.Out}{heard.Error}");
    }

    public override void Write(char value) => Now.Write(value);

    public override void Write(string? value) => Now.Write(value);

    public override void Write(char[] buffer, int index, int count) => Now.Write(buffer, index, count);

    private TextWriter Now => Hearing.Value is { } heard ? _own(heard) : _rest;

    private sealed class Heard : IDisposable
    {
        public StringWriter Out { get; } = new(CultureInfo.InvariantCulture);

        public StringWriter Error { get; } = new(CultureInfo.InvariantCulture);

        public void Dispose()
        {
            Out.Dispose();
            Error.Dispose();
        }
    }
}

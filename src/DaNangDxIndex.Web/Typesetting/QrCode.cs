using System.Globalization;
using QRCoder;

namespace DaNangDxIndex.Typesetting;

/// <summary>An address as a QR code, drawn as boxes so that it prints sharp at any size.</summary>
public sealed class QrCode
{
    private readonly List<(int X, int Y, int Length)> _runs = [];
    private readonly int _modules;

    public QrCode(Uri address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        // The matrix comes with a quiet zone of four modules; on white paper the margin is the quiet zone.
        var rows = code.ModuleMatrix.Skip(4).SkipLast(4).ToList();
        _modules = rows.Count;
        for (var y = 0; y < _modules; y++)
            for (var x = 0; x < _modules; x++)
            {
                var start = x;
                while (x < _modules && rows[y][x + 4])
                    x++;
                if (x > start)
                    _runs.Add((start, y, x - start));
            }
    }

    /// <summary>Modules along a side: the drawing's width and height in the units of <see cref="Path"/>.</summary>
    public int Size => _modules;

    /// <summary>The dark modules as the path of a drawing.</summary>
    public string Path =>
        string.Concat(_runs.Select(run => string.Create(CultureInfo.InvariantCulture, $"M{run.X} {run.Y}h{run.Length}v1h-{run.Length}z")));

    internal void Draw(PdfCanvas canvas, double x, double y, double size)
    {
        var module = size / _modules;
        canvas.Fill(Ink.Black, _runs.Select(run => (x + run.X * module, y + run.Y * module, run.Length * module, module)));
    }
}

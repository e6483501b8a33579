using System.Globalization;

namespace DaNangDxIndex.Text;

/// <summary>
/// A count that brings its English word along: <c>$"{new Counted(2)} {new Counted(2):agency|agencies}"</c> is
/// "2 agencies". In resources the same: "{0} {0:agency|agencies}". Vietnamese has one form and needs none.
/// </summary>
public readonly record struct Counted(int Count) : IFormattable
{
    /// <summary>Without a format the number; with "one|many" the word that goes with it.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var words = format?.Split('|') ?? [];
        return words.Length == 2 ? words[Count == 1 ? 0 : 1] : Count.ToString(format, formatProvider);
    }

    public override string ToString() => ToString(null, CultureInfo.CurrentCulture);
}

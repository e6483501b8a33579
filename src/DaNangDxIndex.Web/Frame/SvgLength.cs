using System.Globalization;

namespace DaNangDxIndex.Frame;

/// <summary>Lengths for SVG attributes, which never take the reader's decimal comma.</summary>
public static class SvgLength
{
    /// <summary>A share between 0 and 1 as a percentage; what lies outside is clipped.</summary>
    public static string Percent(decimal share) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(share, 0, 1) * 100:0.##}%");

    public static string Of(decimal length) => length.ToString("0.##", CultureInfo.InvariantCulture);
}

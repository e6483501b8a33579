namespace DaNangDxIndex.Text;

/// <summary>
/// A code that people read from paper or hear by telephone: ten signs without look-alikes, 50 bits that nobody finds by trying.
/// </summary>
public static class ShortCode
{
    public const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public const int Length = 10;

    /// <summary>As people type it: small letters, spaces and strokes are forgiven, and so is what looks like another sign.</summary>
    public static string Read(string typed) => string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))
        .Replace('O', '0').Replace('I', '1').Replace('L', '1').Replace('U', 'V');
}

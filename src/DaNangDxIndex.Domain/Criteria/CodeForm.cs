namespace DaNangDxIndex.Criteria;

/// <summary>
/// The form of every code in a criteria file and in the files beside it: letters a to z, digits, ".", "-",
/// "_", beginning with a letter or a digit, at most 100. No spreadsheet takes such a code for a formula.
/// </summary>
public static class CodeForm
{
    public static Bilingual Rule { get; } = new(
        "Mã chỉ gồm chữ không dấu, số, dấu chấm, gạch nối, gạch dưới và bắt đầu bằng chữ hoặc số.",
        "A code has only letters a to z, digits, dots, hyphens and underscores, and begins with a letter or digit.");

    public static bool Fits(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 100 || !char.IsAsciiLetterOrDigit(text[0]))
            return false;
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_'))
                return false;
        }

        return true;
    }
}

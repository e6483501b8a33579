using System.Globalization;
using System.Text;

namespace DaNangDxIndex.Text;

/// <summary>Text as people search it: "dong da" finds "Đống Đa". The browser folds by the same rules (Assets/script/fold.mjs).</summary>
public static class FoldedText
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(letter))
                AddSpace(folded);
            // Đ has no decomposition; all other marks fall off as marks.
            else if (letter is 'đ' or 'Đ')
                folded.Append('d');
            else if (!CombiningMarks.IsMark(CharUnicodeInfo.GetUnicodeCategory(letter)))
                folded.Append(char.ToLowerInvariant(letter));
        }
        return folded.ToString().Trim();
    }

    private static void AddSpace(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }
}

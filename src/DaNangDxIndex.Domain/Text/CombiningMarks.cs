using System.Globalization;
using System.Text;

namespace DaNangDxIndex.Text;

/// <summary>
/// At most 30 marks in a row (the Unicode "stream-safe" bound, UAX #15): the cost of
/// normalising a text grows with the square of such a row, and real letters bear two or three.
/// </summary>
public static class CombiningMarks
{
    private const int Most = 30;

    public static bool AreFew(string text)
    {
        var marks = 0;
        foreach (var letter in text.EnumerateRunes())
        {
            marks = IsMark(Rune.GetUnicodeCategory(letter)) ? marks + 1 : 0;
            if (marks > Most)
                return false;
        }
        return true;
    }

    /// <summary>What stands on, in or around the letter before it.</summary>
    internal static bool IsMark(UnicodeCategory letter) =>
        letter is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}

namespace DaNangDxIndex.Text;

/// <summary>"Did you mean …?" for words that are a letter or two off.</summary>
public static class Likeness
{
    /// <summary>The end of a sentence about a word that is not known: the one that is near, or how to go on where none is.</summary>
    public static Bilingual Suggest(string word, IEnumerable<string> known) => Nearest(word, known) is { } meant
        ? new($" Có phải là “{meant}”?", $" Did you mean \"{meant}\"?")
        : new(" Sửa lại hoặc bỏ đi.", " Correct or remove it.");

    /// <summary>"There is no X; did you mean Y?", or all that there is where that is little.</summary>
    public static Bilingual Unknown(string vi, string en, string word, IEnumerable<string> known)
    {
        var words = known.ToList();
        return Nearest(word, words) is { } meant
            ? new($"Không có {vi} “{word}”; có phải “{meant}”?", $"There is no {en} \"{word}\"; did you mean \"{meant}\"?")
            : new($"Không có {vi} “{word}”{Among("; chỉ có ", words)}.", $"There is no {en} \"{word}\"{Among("; there is ", words)}.");
    }

    /// <summary>The known word at the least distance, where that is small against its length.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(candidate => (Word: candidate, Distance: Distance(word, candidate)))
        .Where(candidate => candidate.Distance <= Math.Max(1, candidate.Word.Length / 3))
        .OrderBy(candidate => candidate.Distance)
        .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
        .Select(candidate => candidate.Word)
        .FirstOrDefault();

    private static string Among(string lead, List<string> words) => words.Count is > 0 and <= 12 ? lead + string.Join(", ", words) : "";

    // Letters inserted, left out, mistaken or swapped with their neighbour (optimal string alignment).
    private static int Distance(string a, string b)
    {
        var steps = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    steps[i, j] = i + j;
                    continue;
                }

                var least = Math.Min(Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1, steps[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    least = Math.Min(least, steps[i - 2, j - 2] + 1);
                steps[i, j] = least;
            }
        }

        return steps[a.Length, b.Length];
    }
}

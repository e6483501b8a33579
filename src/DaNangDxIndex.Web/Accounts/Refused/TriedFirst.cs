using System.Text;

namespace DaNangDxIndex.Accounts.Refused;

/// <summary>
/// What is tried first, as letters without marks: 35,000 words that were found most often where passwords had leaked (from zxcvbn-ts, MIT),
/// and what Vietnamese offices are known by and people like to take (ours). See docs/decisions/2026-11-27-refused-passwords.md.
/// </summary>
internal static class TriedFirst
{
    private static readonly SortedLines[] Lists = [.. new[] { "tried-first.txt", "tried-first.vi.txt" }.Select(name => new SortedLines(() =>
        typeof(TriedFirst).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is missing.")))];

    /// <summary>Also where the word is written again and again.</summary>
    public static bool Holds(string word) => word.Length > 0 && Once(word) is var once && (once.Length < 3 || IsListed(once));

    private static bool IsListed(string word)
    {
        var key = Encoding.UTF8.GetBytes(word);
        return Lists.Any(list => list.Hold(key));
    }

    /// <summary>"abcabcabc" is "abc".</summary>
    private static string Once(string word)
    {
        for (var length = 1; length <= word.Length / 2; length++)
        {
            if (word.Length % length == 0 && word[length..] == word[..^length])
                return word[..length];
        }
        return word;
    }
}

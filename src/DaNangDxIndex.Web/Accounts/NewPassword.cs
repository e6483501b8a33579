using System.Globalization;
using System.Text;
using DaNangDxIndex.Accounts.Refused;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// What a password must be: 12 to 256 characters of any kind, and not one of those that are tried first or have leaked. No rules of
/// composition; they make passwords that are hard to remember and easy to guess.
/// </summary>
public sealed class NewPassword(IConfiguration settings)
{
    public const int Shortest = 12;
    public const int Longest = 256;

    private readonly OwnList _own = new(settings["DX_REFUSED_PASSWORDS"]);

    /// <summary>The key of the sentence that says what is wrong, or null.</summary>
    /// <param name="names">Of the person: user name, full name. With something around it a name is still no password.</param>
    public string? Fault(string? password, params IEnumerable<string?> names)
    {
        if (string.IsNullOrEmpty(password) || password.Length < Shortest)
            return "PasswordTooShort";
        if (password.Length > Longest)
            return "PasswordTooLong";
        var bare = Bare(password);
        var tooFewDifferent = password.ToUpperInvariant().Distinct().Count() < 5;
        return tooFewDifferent || names.Any(name => IsName(bare, Bare(name ?? ""))) || IsTriedFirst(password, bare)
            || _own.Holds(password.Normalize(NormalizationForm.FormC), bare) ? "PasswordTooCommon" : null;
    }

    private static bool IsName(string bare, string name) =>
        name.Length > 3 && bare.Contains(name, StringComparison.Ordinal) && bare.Length - name.Length < Shortest / 2;

    /// <summary>
    /// Figures and signs around a word, between its letters or in place of them do not make it another. A few letters strewn over many
    /// signs are no word.
    /// </summary>
    private static bool IsTriedFirst(string password, string bare)
    {
        var core = password.AsSpan().Trim(NotLetters(password)).ToString();
        return bare.Length == 0 || (TriedFirst.Holds(bare) && (bare.Length >= 6 || core.All(char.IsLetter)))
            || TriedFirst.Holds(Bare(string.Concat(core.Select(Meant))));
    }

    private static ReadOnlySpan<char> NotLetters(string text) => text.Where(sign => !char.IsLetter(sign)).ToArray();

    private static char Meant(char sign) => sign switch
    {
        '@' or '4' => 'a', '0' => 'o', '1' or '!' => 'i', '3' => 'e', '$' or '5' => 's', '7' => 't', _ => sign,
    };

    /// <summary>Its letters alone, folded.</summary>
    private static string Bare(string text) =>
        new([.. FoldedText.Of(text).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.LowercaseLetter)]);
}

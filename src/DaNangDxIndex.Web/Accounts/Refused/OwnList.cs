using System.Security.Cryptography;
using System.Text;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Accounts.Refused;

/// <summary>
/// The operator's own list (DX_REFUSED_PASSWORDS): words, or SHA-1 digests of passwords that leaked, as they are given out by whoever
/// gathers them. Looked up on the disk.
/// </summary>
internal sealed class OwnList
{
    private const int Looked = 10_000;

    private readonly SortedLines? _lines;
    private readonly bool _ofDigests;

    /// <exception cref="CannotStart"/>
    public OwnList(string? file)
    {
        if (string.IsNullOrEmpty(file))
            return;
        try
        {
            _ofDigests = File.ReadLines(file).FirstOrDefault() is { Length: >= 40 } first && first[..40].All(char.IsAsciiHexDigitUpper);
            _lines = new(() => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0),
                _ofDigests ? (byte)':' : null);
            if (_lines.Disorder(Looked) is { } disorder)
                throw new CannotStart($"{file} (DX_REFUSED_PASSWORDS) is not sorted: “{disorder.First}” stands before “{disorder.Second}”. "
                    + "Sort it by: LC_ALL=C sort -u.");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart($"{file} (DX_REFUSED_PASSWORDS) cannot be read: {failed.Message}", failed);
        }
    }

    public bool Holds(string password, string bare) => _lines is { } lines && (_ofDigests
        ? lines.Hold(Encoding.ASCII.GetBytes(DigestOf(password)))
        : new[] { password, password.ToLowerInvariant(), bare }.Any(word => lines.Hold(Encoding.UTF8.GetBytes(word))));

    /// <summary>Not to keep a password by, but to find it in lists that are made so.</summary>
    private static string DigestOf(string password)
    {
#pragma warning disable CA5350 // The lists are of SHA-1; nothing is protected by it here.
        return Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
    }
}

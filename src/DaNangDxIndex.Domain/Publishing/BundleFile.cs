using System.Security.Cryptography;
using System.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>One file of a bundle. Paths use "/" and are relative to the bundle.</summary>
public sealed record BundleFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>SHA-256 as the manifest writes it: "sha256:" and lower-case hex.</summary>
    public string Hash => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>The text of the file; bytes that are not UTF-8 give replacement characters, which no check mistakes for the right
    /// text.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public static BundleFile OfText(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}

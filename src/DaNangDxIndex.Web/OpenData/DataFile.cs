using System.Security.Cryptography;

namespace DaNangDxIndex.OpenData;

/// <summary>A file of the open data, made once and kept.</summary>
/// <param name="Path">In the folder of its data set.</param>
public sealed record DataFile(string Path, string ContentType, byte[] Bytes)
{
    public const string Csv = "text/csv; charset=utf-8; header=present";
    public const string Json = "application/json";

    /// <summary>Follows from the bytes: a strong ETag.</summary>
    public string Tag { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes))[..32];
}

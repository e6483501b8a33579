using System.IO.Compression;
using System.Text;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Amendments;

/// <summary>Criteria on their way from the review to the signature, in a hidden field: packed, since a form's field is bounded.</summary>
internal static class PackedCriteria
{
    private const int LargestFile = 1024 * 1024;

    public static string Pack(CriteriaSet set)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zip.Write(Encoding.UTF8.GetBytes(CriteriaFile.Write(set)));
        return Convert.ToBase64String(packed.ToArray());
    }

    /// <summary>Null where it is not what this page has packed.</summary>
    public static CriteriaSet? Unpack(string? packed)
    {
        var bytes = new byte[packed?.Length ?? 0];
        if (packed is null || !Convert.TryFromBase64String(packed, bytes, out var length))
            return null;
        try
        {
            using var zip = new GZipStream(new MemoryStream(bytes, 0, length), CompressionMode.Decompress);
            var text = new byte[LargestFile];
            var read = zip.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return read == LargestFile ? null : CriteriaFile.Read(Encoding.UTF8.GetString(text, 0, read)).Set;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DaNangDxIndex.Demo;

/// <summary>Drawn numbers that depend on nothing but their name, so that adding a figure changes no other.</summary>
internal static class Draw
{
    /// <summary>From 0 up to, not including, 1.</summary>
    public static double Of(params object[] name) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('/', name)))) / (uint.MaxValue + 1.0);

    public static int Between(int least, int most, params object[] name) => least + (int)((most - least + 1) * Of(name));
}

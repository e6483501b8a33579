using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Which criteria of which agencies two people judge without seeing each other. Drawn by SHA-256, so that nobody chooses, and anybody who
/// knows the seed can draw again: the first eight bytes of the digest of "2025/w25-an-hai/1.1/seed", read as a number, lie below the share
/// of all that eight bytes can say.
/// </summary>
public sealed class Sample(int year, int percent, string seed)
{
    /// <summary>More than a fifth is work twice done, and no sample.</summary>
    public const int Most = 20;

    public int Year { get; private set; } = year;

    /// <summary>0 to <see cref="Most"/>; 0 draws nothing.</summary>
    public int Percent { get; private set; } = percent;

    /// <summary>Hexadecimal, made with the share and fixed when the edition opens.</summary>
    public string Seed { get; private set; } = seed;

    public int Version { get; private set; }

    /// <exception cref="RuleViolation"><c>sample.percent</c></exception>
    public void Draw(int percent, string seed)
    {
        Require(percent);
        (Percent, Seed) = (percent, seed);
        Version++;
    }

    public bool Draws(string agency, string criterion)
    {
        if (Percent == 0)
            return false;
        var text = string.Create(CultureInfo.InvariantCulture, $"{Year}/{agency}/{criterion}/{Seed}");
        var drawn = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return (UInt128)drawn * 100 < ((UInt128)1 << 64) * (uint)Percent;
    }

    private static void Require(int percent)
    {
        if (percent is < 0 or > Most)
            throw new RuleViolation("sample.percent", new(
                $"Tỷ lệ thẩm định hai lần độc lập phải từ 0 đến {Most}%.", $"The share judged twice must be from 0 to {Most} percent."));
    }
}

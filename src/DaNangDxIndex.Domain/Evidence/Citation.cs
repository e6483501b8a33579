using DaNangDxIndex.Text;

namespace DaNangDxIndex.Evidence;

/// <summary>A document that is cited rather than uploaded.</summary>
public sealed record Citation(string Number, DateOnly Date, string Issuer, string Title)
{
    public const int LongestNumber = 100;
    public const int LongestIssuer = 300;
    public const int LongestTitle = 500;

    public Bilingual InWords => new(
        $"Số {Number} ngày {VietNamTime.Day(Date, "vi")}, {Issuer}", $"No. {Number} of {VietNamTime.Day(Date, "en")}, {Issuer}");
}

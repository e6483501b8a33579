using System.Globalization;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Ranking;

/// <summary>Places gained since the last edition; null where there is nothing to compare with.</summary>
public sealed record RankChange(int? Places)
{
    public string Number => Places switch { null => "–", 0 => "=", _ => Math.Abs(Places.Value).ToString(CultureInfo.InvariantCulture) };

    public string Direction => Places switch { null => "none", 0 => "same", > 0 => "up", _ => "down" };

    public string Words(IStringLocalizer texts) => Places switch
    {
        null => texts["Change.None"],
        0 => texts["Change.Same"],
        > 0 => texts["Change.Up", Places],
        _ => texts["Change.Down", -Places],
    };
}

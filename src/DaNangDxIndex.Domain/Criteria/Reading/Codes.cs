using DaNangDxIndex.Text;

namespace DaNangDxIndex.Criteria.Reading;

/// <summary>Codes of one sort: each stands once, and what is named must be among them.</summary>
internal sealed class Codes(string vi, string en)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The place's code, now known; null where it is faulty. A repeated code is a problem.</summary>
    public string? Define(Place? place)
    {
        var code = place?.Code();
        if (code is not null && !_known.Add(code))
            place?.Problem(
                $"Mã {vi} “{code}” đã dùng ở trên. Mỗi mã chỉ dùng một lần.",
                $"The {en} code \"{code}\" is used above. Use each code once.");
        return code;
    }

    /// <summary>The place's code if it is known; anything else is a problem.</summary>
    public string? Find(Place place)
    {
        var code = place.Code();
        if (code is null || _known.Contains(code))
            return code;
        Unknown(place, code);
        return null;
    }

    public void Unknown(Place place, string code)
    {
        var hint = Likeness.Suggest(code, _known);
        place.Problem($"Không có {vi} nào mang mã “{code}”.{hint.Vi}", $"There is no {en} with the code \"{code}\".{hint.En}");
    }
}

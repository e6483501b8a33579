namespace DaNangDxIndex.Criteria;

/// <summary>What becomes of a criterion that does not apply, or under which nothing was due, behind its name.</summary>
public static class PolicyInWords
{
    public static Bilingual Of(Policy policy) => policy switch
    {
        Policy.Zero => new("tính 0 điểm", "earns 0 points"),
        Policy.Full => new("tính điểm tối đa", "earns its maximum"),
        Policy.Exclude => new("không tính điểm và không tính vào điểm tối đa", "counts neither towards the points nor towards the maximum"),
    };
}

namespace DaNangDxIndex.Ranking;

/// <summary>A tier as pages show it: its name, and its place among the edition's tiers (1 is the best) for colour and shape.</summary>
public sealed record TierMark(string Name, int Place, int Of)
{
    /// <summary>Class of the colour; an edition with more than five tiers repeats the last colour and still differs by shape.</summary>
    public string Colour => $"tier-{Math.Clamp(Place, 1, 5)}";

    /// <summary>Steps of the shape that are filled: all for the best tier, one for the last.</summary>
    public int Steps => Of - Place + 1;
}

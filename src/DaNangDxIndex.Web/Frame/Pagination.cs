namespace DaNangDxIndex.Frame;

/// <summary>Links to the page before and after, each with the name of what is there.</summary>
public sealed record Pagination(string? PreviousHref, string? NextHref)
{
    public string? PreviousLabel { get; init; }

    public string? NextLabel { get; init; }
}

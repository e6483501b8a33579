namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>The version of a year's results that a page shows, beside those pages that read it for themselves.</summary>
/// <param name="Number">As the address asks; null for the newest.</param>
public sealed record ShownVersion(int Year, int? Number);

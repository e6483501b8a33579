namespace DaNangDxIndex.Criteria;

/// <summary>Save, and remove where there is something to remove.</summary>
public sealed record DraftButtons(DraftElementModel Page, bool Removable);

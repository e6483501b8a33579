namespace DaNangDxIndex.Documents;

/// <summary>Marks the texts of this feature, DocumentTexts.vi.resx and .en.resx.</summary>
public sealed class DocumentTexts;

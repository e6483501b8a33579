namespace DaNangDxIndex.Publishing;

/// <summary>Marks the texts that all printed documents of a publication share, PrintTexts.vi.resx and .en.resx.</summary>
public sealed class PrintTexts;

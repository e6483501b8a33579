using Microsoft.Extensions.Localization;

// Texts lie beside their marker class: Publishing/PublishingTexts.vi.resx is DaNangDxIndex.Publishing.PublishingTexts.
[assembly: RootNamespace("DaNangDxIndex")]

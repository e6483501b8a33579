using System.Runtime.Versioning;
using Microsoft.Extensions.Localization;

// Texts lie beside their marker class: Publishing/PublishingTexts.vi.resx is DaNangDxIndex.Publishing.PublishingTexts.
[assembly: RootNamespace("DaNangDxIndex")]

// setpriv, Unix sockets, Cairo from Debian: Linux is the one system it is made and tested for.
[assembly: SupportedOSPlatform("linux")]

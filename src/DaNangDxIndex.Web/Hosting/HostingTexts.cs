namespace DaNangDxIndex.Hosting;

public sealed class HostingTexts;

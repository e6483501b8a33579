namespace DaNangDxIndex.Evidence.Scanning;

/// <summary>The scanner is there and will not judge this one file: it is larger than its StreamMaxLength, or the like.</summary>
public sealed class ScannerRefused(string message) : Exception(message);

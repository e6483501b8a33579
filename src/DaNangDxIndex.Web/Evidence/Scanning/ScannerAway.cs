namespace DaNangDxIndex.Evidence.Scanning;

/// <summary>The scanner gave no verdict; the file stays unscanned and is tried again.</summary>
public sealed class ScannerAway(string message, Exception inner) : Exception(message, inner);

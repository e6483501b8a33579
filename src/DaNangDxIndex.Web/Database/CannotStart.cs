namespace DaNangDxIndex.Database;

/// <summary>Why the program does not start: one sentence for the person who starts it, and what to do.</summary>
public sealed class CannotStart(string sentence, Exception? cause = null) : Exception(sentence, cause);

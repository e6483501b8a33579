namespace DaNangDxIndex.Frame;

/// <summary>
/// What is answered here to somebody who is not signed in follows from the address and from
/// what is published, and from nothing else: it may be kept and given again (see Hosting).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicAnswerAttribute : AnybodyReadsAttribute;

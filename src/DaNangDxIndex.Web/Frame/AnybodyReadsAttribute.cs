namespace DaNangDxIndex.Frame;

/// <summary>
/// What is answered here to somebody who is not signed in is made of what is public alone: it is asked for under the database's role that
/// sees nothing else (see Hosting).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public class AnybodyReadsAttribute : Attribute;

namespace DaNangDxIndex.Frame;

/// <summary>The body of this address is a file as it is: the description of the API says in which forms.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SentFileAttribute(params string[] forms) : Attribute
{
    public IReadOnlyList<string> Forms => forms;
}

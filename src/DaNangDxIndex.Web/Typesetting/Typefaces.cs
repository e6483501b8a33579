namespace DaNangDxIndex.Typesetting;

/// <summary>The fonts that documents are set in: those of one folder and no others, so that the machine's own fonts change nothing.</summary>
public sealed class Typefaces(string folder)
{
    public string Folder { get; } = folder;
}

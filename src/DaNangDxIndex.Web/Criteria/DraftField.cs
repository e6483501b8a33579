namespace DaNangDxIndex.Criteria;

/// <summary>What a field of the editor holds and how it is written into the file.</summary>
public enum DraftFieldKind
{
    /// <summary>A code, a word of a fixed list, a text without language.</summary>
    Text,

    /// <summary>A number in the reader's language: "0,95", "95%", "1/3".</summary>
    Number,

    /// <summary>A box that is ticked or not.</summary>
    Flag,

    /// <summary>Codes with spaces or commas between.</summary>
    Codes,
}

/// <param name="Path">Where it stands in the element, with dots: "evidence.text.vi". The name of the field and the place of a problem
/// follow from it.</param>
public sealed record DraftField(string Path, DraftFieldKind Kind = DraftFieldKind.Text)
{
    /// <summary>Two fields, one to each language.</summary>
    public static IEnumerable<DraftField> Words(params IEnumerable<string> paths) =>
        paths.SelectMany(path => new DraftField[] { new(path + ".vi"), new(path + ".en") });
}

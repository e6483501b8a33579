namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>A filled cell of an uploaded file, as somebody typed it.</summary>
/// <param name="Sheet">Name of its sheet.</param>
/// <param name="Address">"B7".</param>
/// <param name="Text">
/// Trimmed and in one form of Unicode; lines of a cell stay lines. A number is written invariant with the digits that were typed ("98.06"),
/// a percentage with its sign ("99.91%"), a day as "2025-07-01", yes and no as "TRUE" and "FALSE".
/// </param>
public sealed record TypedCell(string Sheet, string Address, string Text)
{
    /// <summary>Where a number was typed; of 99.91% it is 0.9991.</summary>
    public decimal? Number { get; init; }

    /// <summary>
    /// Where a day was typed and the program knew it as one. A day typed as text is read by <see cref="DaNangDxIndex.Text.TypedDate"/>.
    /// </summary>
    public DateOnly? Day { get; init; }

    /// <summary>Why the cell itself cannot be read; its text is then as far as it could be.</summary>
    public Bilingual? Unreadable { get; init; }

    public bool IsBlank => Text.Length == 0;

    /// <summary>The text in one line, every run of spaces as one.</summary>
    public string Line => string.Join(' ', Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public CellFault Wrong(Bilingual sentence) => new(Sheet, Address, sentence);

    public CellFault Wrong(string vi, string en) => Wrong(new(vi, en));
}

namespace DaNangDxIndex.Spreadsheets;

/// <summary>What is wrong with one cell of an uploaded file, and what to write instead.</summary>
/// <param name="Sheet">Name of the sheet, as on its tab.</param>
/// <param name="Cell">"B7".</param>
public sealed record CellFault(string Sheet, string Cell, Bilingual Sentence);

namespace DaNangDxIndex.Spreadsheets;

/// <summary>Texts of sending a spreadsheet and of what is wrong with it.</summary>
public sealed class SpreadsheetTexts;

using System.Text;
using System.Text.Json.Nodes;
using DaNangDxIndex.Csv;

namespace DaNangDxIndex.Publishing.OpenData;

/// <summary>
/// A table of the open data: what each column means, stated once, gives the head of the CSV, its Table Schema and the head of the sheet.
/// No names of people and no sentences of theirs stand in any.
/// </summary>
/// <param name="Name">Of the file without its ending, and of the sheet.</param>
/// <param name="About">What it holds, in one sentence.</param>
/// <param name="Key">Names of the columns that no two rows share.</param>
/// <param name="Rows">Made one after the other each time they are gone through: a long table is never whole in memory.</param>
public sealed record OpenTable(
    string Name, Bilingual About, IReadOnlyList<OpenColumn> Columns, IReadOnlyList<string> Key, IEnumerable<string?[]> Rows)
{
    public string File => Name + ".csv";

    /// <summary>In UTF-8.</summary>
    public byte[] Csv()
    {
        var (bytes, line) = (new MemoryStream(), new StringBuilder());
        using var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var row in Rows.Prepend([.. Columns.Select(column => column.Name)]))
        {
            CsvText.Append(line.Clear(), row);
            text.Write(line);
        }

        text.Flush();
        return bytes.ToArray();
    }

    /// <summary>Frictionless Table Schema.</summary>
    public JsonObject Schema() => new()
    {
        ["fields"] = new JsonArray([.. Columns.Select(column => column.Field())]),
        ["missingValues"] = new JsonArray(""),
        ["primaryKey"] = new JsonArray([.. Key.Select(name => JsonValue.Create(name))]),
    };
}

/// <param name="Kind">Of its values.</param>
/// <param name="Means">What a value says.</param>
public sealed record OpenColumn(string Name, ColumnKind Kind, Bilingual Means)
{
    /// <summary>No row leaves it empty.</summary>
    public bool Required { get; init; }

    /// <summary>All values that may stand in it; none where any may.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    public JsonObject Field()
    {
        var field = new JsonObject
        {
            ["name"] = Name,
            ["type"] = Kind switch
            {
                ColumnKind.Text => "string",
                ColumnKind.Whole => "integer",
                ColumnKind.Number => "number",
                ColumnKind.Flag => "boolean",
                ColumnKind.Day => "date",
            },
            ["title"] = Means.Vi,
            ["description"] = Means.En,
        };
        var constraints = new JsonObject();
        if (Required)
            constraints["required"] = true;
        if (Allowed.Count > 0)
            constraints["enum"] = new JsonArray([.. Allowed.Select(value => JsonValue.Create(value))]);
        if (constraints.Count > 0)
            field["constraints"] = constraints;
        return field;
    }
}

public enum ColumnKind
{
    Text,
    Whole,

    /// <summary>A decimal number with a point.</summary>
    Number,

    /// <summary>true or false.</summary>
    Flag,
    Day,
}

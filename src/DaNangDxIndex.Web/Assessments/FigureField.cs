using DaNangDxIndex.Frame;

namespace DaNangDxIndex.Assessments;

/// <summary>One figure of the entry form: question with its unit, last edition's value, answer, state of saving and marks.</summary>
/// <param name="Code">The figure's code; the posted field is Figures[code].</param>
/// <param name="Version">Version of the stored value, sent as If-Match; 0 before the first.</param>
/// <param name="SaveUrl">Where the field saves itself; null leaves it to the save button.</param>
public sealed record FigureField(string Code, string Label, string? Unit, string? Value, int Version, string? SaveUrl)
{
    public Kind Answer { get; init; } = Kind.Number;

    /// <summary>Options of a choice: stored value and text.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    public string? Guidance { get; init; }

    /// <summary>Last edition's value ("Năm 2024: 3.468 hồ sơ").</summary>
    public LastValue? Last { get; init; }

    /// <summary>What agencies that merged into this one had entered; null for nothing, or once a value was stated.</summary>
    public string? Left { get; init; }

    /// <summary>Their sum, to be confirmed; null where it cannot be added.</summary>
    public string? LeftSum { get; init; }

    public string? Error { get; init; }

    /// <summary>State of saving when the page is made ("Đã lưu 14:03").</summary>
    public string? State { get; init; }

    /// <summary>What else has to be known of it at a glance: returned, doubted, explained.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>Why the field cannot be edited; null leaves it editable.</summary>
    public string? ReadOnlyBecause { get; init; }

    public string Name => $"Figures[{Code}]";

    public string Id => ErrorSummary.FieldId(Name);

    public sealed record Option(string Value, string Text);

    /// <summary>One sentence in three parts, of which a narrow column shows the middle one.</summary>
    /// <param name="ToConfirm">It is a sum that somebody has to confirm.</param>
    public sealed record LastValue(string Before, string Value, string After, bool ToConfirm);

    /// <param name="Kind">"returned", "error", "warning" or "answered": how it looks.</param>
    public sealed record Mark(string Kind, string Text);

    public enum Kind
    {
        Number,

        /// <summary>Two answers beside each other.</summary>
        YesNo,

        /// <summary>A list of answers.</summary>
        Choice,
    }
}

namespace DaNangDxIndex.Typesetting;

/// <summary>How a paragraph is set; sizes and leading in points, leading added between lines.</summary>
public readonly record struct TextStyle(
    double Size, bool Bold = false, bool Italic = false, TextAlign Align = TextAlign.Left, double Leading = 0, Ink? Ink = null)
{
    public TextStyle Centred => this with { Align = TextAlign.Centre };
    public TextStyle Right => this with { Align = TextAlign.Right };
}

public enum TextAlign { Left, Centre, Right }

/// <summary>A colour; each part from 0 to 1.</summary>
public sealed record Ink(double Red, double Green, double Blue)
{
    public static readonly Ink Black = new(0, 0, 0);

    public static Ink Grey(double light) => new(light, light, light);

    public bool IsGrey => Red.Equals(Green) && Green.Equals(Blue);
}

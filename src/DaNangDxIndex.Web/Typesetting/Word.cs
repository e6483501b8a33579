namespace DaNangDxIndex.Typesetting;

/// <summary>A word, shaped; lengths in font units.</summary>
internal sealed record Word(Glyph[] Glyphs, int Width);

/// <param name="Number">In the typeface.</param>
/// <param name="Kern">By how much the next glyph stands nearer (negative) or farther than this one's own width.</param>
/// <param name="Text">What it stands for: one letter as a rule, several for a ligature.</param>
internal readonly record struct Glyph(ushort Number, int Kern, string Text);

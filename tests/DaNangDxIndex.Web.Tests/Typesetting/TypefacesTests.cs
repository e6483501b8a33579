namespace DaNangDxIndex.Typesetting;

public sealed class TypefacesTests
{
    private static readonly Typeface Regular = Fonts.Tinos[new TextStyle(10)];

    [Fact]
    public void A_missing_font_is_refused_by_its_file_with_the_command_that_makes_it()
    {
        using var typefaces = new Typefaces("/nowhere/fonts");

        var refusal = Should.Throw<FileNotFoundException>(() => typefaces[new TextStyle(10)]);

        refusal.Message.ShouldContain("/nowhere/fonts/Tinos-Regular.ttf");
        refusal.Message.ShouldContain("npm run build");
    }

    [Fact]
    public void A_word_of_Vietnamese_has_a_glyph_for_each_letter_and_its_text_comes_back()
    {
        var word = Regular.Shape("NGHỊ");

        word.Glyphs.Length.ShouldBe(4);
        word.Glyphs.ShouldAllBe(glyph => glyph.Number != 0);
        string.Concat(word.Glyphs.Select(glyph => glyph.Text)).ShouldBe("NGHỊ");
        word.Width.ShouldBe(word.Glyphs.Sum(glyph => Regular.Advance(glyph.Number) + glyph.Kern));
    }

    [Fact]
    public void Glyphs_are_cut_out_into_a_TrueType_font_in_the_order_asked_for()
    {
        var glyphs = Regular.Shape("ab").Glyphs.Select(glyph => glyph.Number).ToList();

        var cut = Regular.Subset.Cut([0, .. glyphs]);

        cut[..4].ShouldBe([0, 1, 0, 0]);
        cut.Length.ShouldBeLessThan(5_000);
        GlyphsIn(cut).ShouldBe(1 + glyphs.Count);
    }

    // Table "maxp": after a version of four bytes stands the number of glyphs.
    private static int GlyphsIn(byte[] font)
    {
        for (var entry = 12; entry < 12 + 16 * font[5]; entry += 16)
            if (font.AsSpan(entry, 4).SequenceEqual("maxp"u8))
                return System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(
                    font.AsSpan((int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(entry + 8)) + 4));
        return -1;
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaNangDxIndex.Wordprocessing;

/// <summary>One paragraph of one form; a line break in its text stays one.</summary>
internal sealed record DocxLine(string Text)
{
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Centred { get; init; }

    /// <summary>In half points; null for the document's own, 13 points.</summary>
    public int? Size { get; init; }

    /// <summary>Its first line begins 1 cm in and its lines end evenly, as running text of a document does.</summary>
    public bool Running { get; init; }

    /// <summary>It stands on the page of what follows it.</summary>
    public bool WithNext { get; init; }

    public static Paragraph Empty => new DocxLine("").Paragraph;

    /// <summary>It stands in a ruled table: as far from the line above as from that below.</summary>
    public bool InCell { get; init; }

    /// <summary>A short line under a title.</summary>
    public static Paragraph Rule => RuleIn(OfficialDocx.TextWidth, 0.4);

    /// <param name="width">Of the page's text or of a cell.</param>
    /// <param name="indent">Share of it that stays free on either side.</param>
    public static Paragraph RuleIn(double width, double indent) => new(new ParagraphProperties(
        new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 4, Space = 1 }),
        new SpacingBetweenLines { After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact },
        new Indentation { Left = $"{(int)(width * indent)}", Right = $"{(int)(width * indent)}" }));

    public Paragraph Paragraph => new(Properties, Run);

    private ParagraphProperties Properties
    {
        get
        {
            var properties = new ParagraphProperties();
            if (WithNext)
                properties.Append(new KeepNext());
            properties.Append(InCell
                ? new SpacingBetweenLines { Before = "40", After = "40" }
                : new SpacingBetweenLines { After = Running ? "120" : "60" });
            if (Running)
                properties.Append(new Indentation { FirstLine = "567" });
            properties.Append(new Justification
            {
                Val = Centred ? JustificationValues.Center : Running ? JustificationValues.Both : JustificationValues.Left,
            });
            return properties;
        }
    }

    private Run Run
    {
        get
        {
            var properties = new RunProperties();
            if (Bold)
                properties.Append(new Bold());
            if (Italic)
                properties.Append(new Italic());
            if (Size is { } halves)
                properties.Append(new FontSize { Val = $"{halves}" });
            var run = new Run(properties);
            foreach (var (number, line) in Text.Split('\n').Index())
            {
                if (number > 0)
                    run.Append(new Break());
                run.Append(new DocumentFormat.OpenXml.Wordprocessing.Text(line) { Space = SpaceProcessingModeValues.Preserve });
            }
            return run;
        }
    }
}

using System.Globalization;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <content>
/// The digest of the results: their canonical text, written straight and agency after agency, since as a tree a province would take twenty
/// times its text. Members stand in the order of their names.
/// </content>
public static partial class PublishedEditionJson
{
    /// <summary>Digest of the results alone, for binding a signature to what was on screen before a number is given.</summary>
    public static string DigestOf(IReadOnlyList<PublishedGroup> groups)
    {
        using var text = new DigestedText();
        text.Array(groups, Put);
        return text.Digest();
    }

    private static void Put(DigestedText text, PublishedGroup group)
    {
        const string Entrants = "\"entrants\":[";
        const string End = "\"results\":[]}";
        // What agencies bring stands before the group's name, their results at the end.
        var frame = CanonicalJson.Write(Write(group with { Entrants = [], Results = [] }));
        var entrants = frame.LastIndexOf(Entrants, StringComparison.Ordinal) + Entrants.Length - 1;
        text.Value(frame[..entrants]);
        text.Array(group.Entrants, (of, entrant) => of.Object(entrant, Put));
        text.GoOn(frame[(entrants + "[]".Length)..^End.Length]);
        text.Member("results");
        text.Array(group.Results, (of, result) => of.Object(result, Put));
        text.GoOn("}");
    }

    private static void Put(DigestedText text, Entrant entrant)
    {
        text.Member("agency", entrant.Agency);
        if (entrant.Answered.Count > 0)
        {
            text.Member("answered");
            text.Array(entrant.Answered, (of, code) => of.Text(code));
        }

        text.Member("before");
        text.Object(entrant.Before, Put);
        text.Members("corrections", entrant.Corrections, (of, reason) => of.Text(Word(reason)));
        text.Members("decisions", entrant.Decisions, (of, decision) => of.Object(decision, Put));
        text.Members("declared", entrant.Declared, (of, value) => of.Text(value));
        text.Members("figures", entrant.Figures, (of, value) => of.Text(value));
        text.Member("name");
        text.Object(entrant.Name, Put);
        text.Member("parent", entrant.Parent);
        text.Member("parentName");
        text.Object(entrant.ParentName, Put);
        text.Members("provenance", entrant.Provenance, (of, source) => of.Text(Word(source)));
        text.Member("ranked");
        text.Value(entrant.Ranked ? "true" : "false");
        text.Member("submission", Word(entrant.Submission));
    }

    private static void Put(DigestedText text, ResultBefore before)
    {
        text.Member("rank", before.Rank);
        text.Member("ranked", before.Ranked);
        text.Member("tier", before.Tier);
        text.Member("total", before.Total);
        text.Member("year", before.Year);
    }

    private static void Put(DigestedText text, PublishedDecision decision)
    {
        text.Member("decision", Word(decision.Decision));
        text.Member("points", decision.Points?.ToString());
        text.Member("reason", decision.Reason is { } reason ? Word(reason) : null);
    }

    private static void Put(DigestedText text, Bilingual said)
    {
        text.Member("en", said.En);
        text.Member("vi", said.Vi);
    }

    private static void Put(DigestedText text, Result result)
    {
        text.Member("agency", result.Agency);
        text.Member("applicable", result.Applicable.ToString());
        text.Member("base", result.Base.ToString());
        text.Member("beforeCap", result.BeforeCap.ToString());
        text.Member("bonus", result.Bonus.ToString());
        text.Member("components");
        text.Array(result.Components, (of, points) => of.Object(points, Put));
        text.Member("converted", result.Converted.ToString());
        text.Member("criteria");
        text.Array(result.Criteria, (of, points) => of.Object(points, Put));
        text.Member("footnotes");
        text.Array(result.Footnotes, (of, note) => of.Object(note, Put));
        text.Member("penalty", result.Penalty.ToString());
        text.Member("pillars");
        text.Array(result.Pillars, (of, points) => of.Object(points, Put));
        text.Member("rank", result.Rank);
        text.Member("selfAssessed");
        text.Object(result.SelfAssessed, Put);
        text.Member("tier", result.Tier);
        text.Member("total", result.Total);
    }

    private static void Put(DigestedText text, PointsOf points)
    {
        text.Member("code", points.Code);
        text.Member("maximum", points.Maximum.ToString());
        text.Member("points", points.Points.ToString());
    }

    private static void Put(DigestedText text, CriterionPoints points)
    {
        text.Member("code", points.Code);
        text.Member("maximum", points.Maximum.ToString());
        text.Member("points", points.Points.ToString());
        text.Member("state", Word(points.State));
    }

    private static void Put(DigestedText text, SelfAssessed self)
    {
        text.Member("criteria");
        text.Array(self.Criteria, (of, points) => of.Object(points, Put));
        text.Member("open");
        text.Object(self.Open, Put);
        text.Member("total", self.Total);
    }

    private static void Put(DigestedText text, SelfPoints points)
    {
        text.Member("code", points.Code);
        text.Member("maximum", points.Maximum.ToString());
        text.Member("open", points.Open is { } open ? Word(open) : null);
        text.Member("points", points.Points?.ToString());
        text.Member("state", Word(points.State));
    }

    private static void Put(DigestedText text, OpenPart open)
    {
        text.Member("criteria", open.Criteria);
        text.Member("maximum", open.Maximum.ToString(CultureInfo.InvariantCulture));
        text.Member("penalty", open.Penalty.ToString(CultureInfo.InvariantCulture));
    }
}

namespace DaNangDxIndex.Criteria;

/// <summary>A rule as a sent form holds it.</summary>
internal static class SentRule
{
    public static RuleForm Read(IFormCollection sent, string name = "rule")
    {
        var kind = sent[name + ".kind"].ToString();
        var form = new RuleForm(name)
        {
            Kind = RuleForm.Kinds.Contains(kind, StringComparer.Ordinal) ? kind : "",
            Of = Typed(".of"),
            From = Typed(".from"),
            To = Typed(".to"),
            Target = Typed(".target") is { Length: > 0 } target ? target : "number",
            Cap = Typed(".cap"),
            Rows = [.. RowsOf(sent, name)],
        };
        return form.Kind is "sum" or "best" && form.Depth < RuleForm.Deepest ? form with { Parts = [.. PartsOf(sent, name)] } : form;

        string Typed(string field) => sent[name + field].ToString().Trim();
    }

    private static IEnumerable<RuleForm.Row> RowsOf(IFormCollection sent, string name)
    {
        for (var at = 0; at < RuleForm.MostRows && sent.ContainsKey($"{name}.rows.{at}.share"); at++)
        {
            var row = new RuleForm.Row(sent[$"{name}.rows.{at}.key"].ToString().Trim(), sent[$"{name}.rows.{at}.share"].ToString().Trim());
            if (row.Key.Length > 0 || row.Share.Length > 0)
                yield return row;
        }
    }

    // A part without a kind was not chosen, or is taken out; those behind it move up.
    private static IEnumerable<RuleForm.Part> PartsOf(IFormCollection sent, string name)
    {
        var kept = 0;
        for (var at = 0; at < RuleForm.MostRows && sent.ContainsKey($"{RuleForm.PartName(name, at)}.kind"); at++)
        {
            var part = new RuleForm.Part(sent[$"{name}.parts.{at}.weight"].ToString().Trim(), Read(sent, RuleForm.PartName(name, at)));
            if (part.Rule.Kind.Length > 0)
                yield return part with { Rule = part.Rule.Renamed(RuleForm.PartName(name, kept++)) };
        }
    }
}

using System.Text.Json;

namespace DaNangDxIndex.Criteria.Writing;

/// <summary>Writes a criteria set in the fixed order of the file.</summary>
internal sealed class SetWriter(Utf8JsonWriter json, CriteriaSet set)
{
    private readonly RuleWriter _rules = new(json, set.Figure);

    public void Write() => json.Object(null, () =>
    {
        json.WriteNumber("edition", set.Edition);
        json.WriteString("group", set.Group);
        json.Words("name", set.Name);
        json.Words("note", set.Note);
        MethodWriter.Write(json, set.Method);
        if (set.Kinds.Count > 0)
            json.List("kinds", set.Kinds, Kind);
        json.List("figures", set.Figures, Figure);
        json.List("components", set.Components, Component);
    });

    private void Kind(AgencyKind kind) => json.Object(null, () =>
    {
        json.WriteString("code", kind.Code);
        json.Words("name", kind.Name);
        json.Codes("agencies", kind.Agencies);
        json.Codes("components", kind.Components);
        json.Codes("criteria", kind.Criteria);
    });

    private void Figure(Figure figure) => json.Object(null, () =>
    {
        json.WriteString("code", figure.Code);
        json.Words("name", figure.Name);
        json.Word<FigureKind>("kind", figure.Kind);
        json.Words("unit", figure.Unit);
        json.Word<FigureSource>("source", figure.Source);
        json.Text("verifyingUnit", figure.VerifyingUnit);
        if (figure.Options.Count > 0)
            json.List("options", figure.Options, Option);
        json.Words("guidance", figure.Guidance);
        json.Number("least", figure.Least);
        json.Number("most", figure.Most);
    });

    private void Option(FigureOption option) => json.Object(null, () =>
    {
        json.WriteString("code", option.Code);
        json.Words("name", option.Name);
    });

    private void Component(Component component) => json.Object(null, () =>
    {
        json.WriteString("code", component.Code);
        json.Words("name", component.Name);
        json.Word<Block>("block", component.Block);
        json.List("criteria", component.Criteria, Criterion);
    });

    private void Criterion(Criterion criterion) => json.Object(null, () =>
    {
        json.WriteString("code", criterion.Code);
        json.Words("name", criterion.Name);
        json.Word<Pillar>("pillar", criterion.Pillar);
        json.Number("maximum", criterion.Maximum);
        if (criterion.Rule is not null)
        {
            if (criterion.Maximum.IsZero)
                json.WriteBoolean("unscored", true);
            _rules.Write("rule", criterion.Rule);
        }

        json.Codes("information", criterion.Information);
        json.Word<Policy>("notApplicable", criterion.NotApplicable);
        json.Word<Policy>("nothingDue", criterion.NothingDue);
        json.Text("verifyingUnit", criterion.VerifyingUnit);
        json.Words("legalBasis", criterion.LegalBasis);
        json.Words("guidance", criterion.Guidance);
        if (criterion.Evidence is { } evidence)
            json.Object("evidence", () =>
            {
                json.WriteBoolean("required", evidence.Required);
                json.Words("text", evidence.Text);
            });
    });
}

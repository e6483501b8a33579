using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>A gate that bit: the tier it refused, the tier the total alone would give, and the components under the least share.</summary>
public sealed record GateBite(Gate Gate, Tier Refused, Tier Without, IReadOnlyList<Component> Components)
{
    /// <summary>The footnote to the tier.</summary>
    public Bilingual Sentence => new(
        $"Không xếp loại {Refused.Name.Vi} trở lên: {Names(component => component.Name.Vi)} đạt dưới "
            + $"{NumberText.Percent(Gate.Least, "vi")} điểm tối đa áp dụng.",
        $"Not rated {Refused.Name.En} or better: {Names(component => component.Name.En)} below "
            + $"{NumberText.Percent(Gate.Least, "en")} of the applicable maximum.");

    private string Names(Func<Component, string> name) => string.Join(", ", Components.Select(name));
}

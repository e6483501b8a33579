namespace DaNangDxIndex.Appraisal;

/// <summary>What lies open on one of the two benches, for the parts that both share.</summary>
/// <param name="Bench">What was typed, and whether somebody else was faster.</param>
/// <param name="May">The person may decide here and now.</param>
/// <param name="Address">Of the page that takes its forms: "/appraisal/2025/w25-an-hai".</param>
/// <param name="Rest">What the address bears behind the handler.</param>
public sealed record OpenOnBench(JudgingModel Bench, OpenedCriterion Opened, bool May, string Address, string Rest)
{
    /// <summary>Of the handler's form, inside the tenant.</summary>
    public string To(string handler) => $"{Address}?handler={handler}{Rest}";
}

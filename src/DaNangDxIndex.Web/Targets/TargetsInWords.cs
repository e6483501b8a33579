using DaNangDxIndex.Editions;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Targets;

/// <summary>A target, what became of it and who stands behind it, in the reader's language.</summary>
public sealed class TargetsInWords(IStringLocalizer<TargetTexts> texts)
{
    /// <summary>"ít nhất 24%", "tối đa 40 hồ sơ"; the source's own words where it has no number.</summary>
    public string LevelOf(Target target) => target.Level is { } level
        ? texts[target.Bound == TargetBound.Least ? "AtLeast" : "AtMost", Number(target, level)]
        : target.Printed.Figure.Value?.ForReader() ?? "";

    /// <summary>The value as printed, with the time it belongs to: "20,7% (năm 2023)".</summary>
    public string ActualOf(ActualValue value) =>
        texts["Actual.At", value.Printed.Figure.Value?.ForReader() ?? "", value.At.InWords.ForReader()];

    public string StateOf(Target target) => target.State switch
    {
        TargetState.Unknown => texts["State.Unknown"],
        TargetState.Incomparable => texts["State.Incomparable"],
        TargetState.Met => texts["State.Met"],
        TargetState.Missed => texts["State.Missed", Missing(target)],
        TargetState.MetEarly => texts["State.MetEarly." + target.Bound, LatestOf(target), target.Due.InWords.ForReader()],
        TargetState.Short => texts["State.Short", LatestOf(target), Missing(target), target.Due.InWords.ForReader()],
    };

    /// <summary>"Khối quận, huyện: 5/7 cơ quan đạt từ 95%; cả khối 96,41%".</summary>
    public string GroupOf(Target target, AgenciesBehind group) => (group.Share, group.Reaching(target)) switch
    {
        (null, _) when group.Sum is { } sum =>
            texts["Group.Sum", group.Name.ForReader(), Number(target, new(sum, false)), group.Reporting, group.Agencies.Count],
        (null, _) => texts["Group.Blank", group.Name.ForReader()],
        ({ } share, null) => texts["Group.Share", group.Name.ForReader(), NumberText.Percent(share, Addresses.Language)],
        ({ } share, { } reaching) => texts["Group.Reaching", group.Name.ForReader(), reaching, group.Agencies.Count,
            LevelOf(target), NumberText.Percent(share, Addresses.Language)],
    };

    private static string LatestOf(Target target) => target.Latest?.At.InWords.ForReader() ?? "";

    /// <summary>"thấp hơn 3,3 điểm phần trăm", "vượt 12 hồ sơ".</summary>
    private string Missing(Target target) => (target.Level, target.Missing) switch
    {
        ({ InPercent: true }, { } missing) =>
            texts["Missing.Points." + target.Bound, NumberText.Plain(missing, Addresses.Language, decimals: 2)],
        ({ } level, { } missing) => texts["Missing.Count." + target.Bound, Number(target, level with { Number = missing })],
        _ => "",
    };

    private static string Number(Target target, Level level) => level.InPercent
        ? NumberText.Percent(level.Number / 100, Addresses.Language)
        : NumberText.Plain(level.Number, Addresses.Language)
            + (target.Printed.Figure.Unit is { } unit ? $" {unit.ForReader()}" : "");
}

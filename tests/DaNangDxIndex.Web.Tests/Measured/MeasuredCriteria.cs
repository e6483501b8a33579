using System.Text.Json.Nodes;

namespace DaNangDxIndex.Measured;

/// <summary>Criteria to be measured with: components of one whole and ten parts, and a ratio of each part; 100 points together.</summary>
internal static class MeasuredCriteria
{
    public const int InEach = 10;

    /// <summary>Codes of the figures: "whole-1", "part-1-1" … of each component.</summary>
    public static IEnumerable<string> Figures(int components) =>
        from component in Enumerable.Range(1, components)
        from figure in Enumerable.Range(1, InEach).Select(number => $"part-{component}-{number}").Prepend($"whole-{component}")
        select figure;

    public static string Of(int year, string group, int components) => new JsonObject
    {
        ["edition"] = year,
        ["group"] = group,
        ["name"] = In("Bộ chỉ số để đo", "Index to be measured"),
        ["method"] = new JsonObject
        {
            ["scale"] = 100,
            ["nothingDue"] = "exclude",
            ["tiers"] = new JsonArray(
                new JsonObject { ["code"] = "good", ["name"] = In("Tốt", "Good"), ["from"] = 70 },
                new JsonObject { ["code"] = "average", ["name"] = In("Trung bình", "Average"), ["from"] = 0 }),
        },
        ["figures"] = new JsonArray(
        [
            .. from figure in Figures(components)
               select new JsonObject { ["code"] = figure, ["name"] = In($"Số liệu {figure}", $"Figure {figure}"), ["kind"] = "count" },
        ]),
        ["components"] = new JsonArray(
        [
            .. Enumerable.Range(1, components).Select(component => new JsonObject
            {
                ["code"] = $"C{component}",
                ["name"] = In($"Nhóm tiêu chí {component}", $"Component {component}"),
                ["criteria"] = new JsonArray(
                    [.. Enumerable.Range(1, InEach).Select(number => CriterionOf(component, number, component <= InEach - components))]),
            }),
        ]),
    }.ToJsonString();

    /// <param name="twice">Counts two points instead of one, so that fewer than ten components come to 100 as well.</param>
    private static JsonObject CriterionOf(int component, int number, bool twice) => new()
    {
        ["code"] = $"{component}.{number}",
        ["name"] = In($"Tỷ lệ {component}.{number}", $"Ratio {component}.{number}"),
        ["pillar"] = "government",
        ["maximum"] = twice ? 2 : 1,
        ["rule"] = new JsonObject
        {
            ["linear"] = new JsonObject
            {
                ["of"] = new JsonObject
                {
                    ["sum"] = new JsonArray($"part-{component}-{number}"), ["over"] = new JsonArray($"whole-{component}"),
                },
                ["from"] = 0,
                ["to"] = 1,
            },
        },
    };

    private static JsonObject In(string vietnamese, string english) => new() { ["vi"] = vietnamese, ["en"] = english };
}

using System.Globalization;
using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria.Drafting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Criteria;

/// <summary>Title, note and method of a set. Tie keys and gates, which the form does not show, stay as the file has them.</summary>
[Authorize(Policies.Office)]
public sealed class MethodModel(CriteriaDrafts drafts, ChangeCriteria change, CurrentAccount account, IStringLocalizer<CriteriaTexts> texts)
    : DraftElementModel(drafts, change, account, texts, Fields)
{
    public const int MostTiers = 6;

    public static readonly IReadOnlyList<(string Path, IReadOnlyList<string> Words)> Choices =
    [
        ("method.rounding.stage", DraftWord.All<RoundingStage>()), ("method.rounding.mode", DraftWord.All<RoundingMode>()),
        ("method.ranking.method", DraftWord.All<RankingMethod>()), ("method.ranking.within", DraftWord.All<RankedWithin>()),
        ("method.cap", DraftWord.All<TotalCap>()), ("method.notApplicable", ["", .. DraftWord.All<Policy>()]),
        ("method.nothingDue", ["", .. DraftWord.All<Policy>()]), ("method.notSubmitted", DraftWord.All<NotSubmittedPolicy>()),
        ("method.tiersOn", DraftWord.All<TiersOn>()), ("method.tierBounds", DraftWord.All<TierBounds>()),
    ];

    private static readonly DraftField[] Fields =
    [
        .. DraftField.Words("name", "note"),
        new("method.scale", DraftFieldKind.Number), new("method.decimals", DraftFieldKind.Number),
        new("method.bonusCap", DraftFieldKind.Number), new("method.penaltyCap", DraftFieldKind.Number),
        new("method.leastApplicable", DraftFieldKind.Number),
        .. Choices.Select(choice => new DraftField(choice.Path)),
        .. Enumerable.Range(0, MostTiers).Select(TierPath).SelectMany(tier =>
            (DraftField[])[new(tier + ".code"), .. DraftField.Words(tier + ".name"), new(tier + ".from", DraftFieldKind.Number)]),
    ];

    protected override string Code => "";

    protected override JsonObject? Stands => PutMethod.HeadOf(Found.Draft);

    public static string TierPath(int at) => "method.tiers." + at.ToString(CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Read(Request.Form);
        if (!await FindAsync(ct))
            return NotFound();
        var element = new JsonObject();
        Form.WriteTo(element, Fault);
        Keep(element);
        return await KeepAsync(new PutMethod(element, Seen ?? ""), "method", ct);
    }

    protected override void Check()
    {
        var own = Found.Draft.Check().Problems
            .Where(problem => !problem.Pointer.StartsWith("/components/", StringComparison.Ordinal)
                && !problem.Pointer.StartsWith("/figures", StringComparison.Ordinal));
        Lacks = [.. Form.Place(own, Words).Select(Words)];
    }

    private void Keep(JsonObject element)
    {
        var stands = Found.Draft.File["method"];
        var method = element["method"] as JsonObject ?? [];
        element["method"] ??= method;
        if (stands?["gates"] is { } gates)
            method["gates"] = gates.DeepClone();
        if (stands?["ranking"]?["tieKeys"] is not { } keys)
            return;
        var ranking = method["ranking"] as JsonObject ?? [];
        method["ranking"] ??= ranking;
        ranking["tieKeys"] = keys.DeepClone();
    }
}

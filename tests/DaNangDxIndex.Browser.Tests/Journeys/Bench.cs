using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Journeys;

/// <summary>What an appraiser does at the bench of one agency, in either language.</summary>
internal static class Bench
{
    /// <summary>By the list that names each criterion first.</summary>
    public static async Task AcceptRestAsync(Person appraiser, string agency, int year = 2025)
    {
        await appraiser.OpenAsync($"/appraisal/{year}/{agency}/round");
        await appraiser.Page.ClickAsync("a[href$='/accept']");
        await appraiser.Page.ClickAsync("form:has([name=listed]) button");
        await appraiser.ArriveAsync("/round?done=accepted");
    }

    /// <summary>The bench has gone on from a criterion to what waits next.</summary>
    public static Task LeftAsync(Person appraiser, string criterion) =>
        Assertions.Expect(appraiser.Page.Locator($"[aria-current][href$='criterion={criterion}']")).ToHaveCountAsync(0);

    /// <summary>What was marked, and so not accepted with the rest: one by one, each with a sentence.</summary>
    public static async Task DecideMarkedAsync(Person lead, string agency, int year = 2025)
    {
        await lead.OpenAsync($"/appraisal/{year}/{agency}");
        var waiting = lead.Page.Locator("[data-bench-line='waits']");
        for (var left = await waiting.CountAsync(); left > 0; left--)
        {
            await lead.Page.CheckAsync("#decision-Accept", new() { Force = true });
            await lead.Page.SelectOptionAsync("#Reason", "Other");
            await lead.Page.FillAsync("#Sentence", "Đã đối chiếu với báo cáo của cơ quan.");
            await lead.Page.ClickAsync("form[data-verdict] button");
            await Assertions.Expect(waiting).ToHaveCountAsync(left - 1);
        }
    }
}

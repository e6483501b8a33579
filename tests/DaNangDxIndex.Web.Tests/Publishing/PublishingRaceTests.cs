using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Publishing;

public sealed class PublishingRaceTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task In_every_race_an_acknowledged_decision_is_in_the_publication()
    {
        var (acknowledged, refused) = (0, 0);
        for (var round = 0; round < 12; round++)
        {
            var decided = await PublishingRace.RunAsync(
                app, round, await app.SignedInAsync(Role.Signatory), await app.SignedInAsync(Role.LeadAppraiser));
            (acknowledged, refused) = decided ? (acknowledged + 1, refused) : (acknowledged, refused + 1);
        }
        acknowledged.ShouldBeGreaterThanOrEqualTo(4);
        refused.ShouldBeGreaterThanOrEqualTo(4);
    }
}

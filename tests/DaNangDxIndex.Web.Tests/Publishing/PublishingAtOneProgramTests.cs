using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// Two processes of the program over one database: at one it is signed, at the other a criterion is reopened and judged anew, and its
/// agency tries to take everything back.
/// </summary>
public sealed class PublishingAtOneProgramTests(TwoPrograms programs) : IClassFixture<TwoPrograms>
{
    [Fact]
    public Task What_the_other_acknowledged_is_in_the_publication() => RaceAsync(rounds: 6);

    [Fact, Trait("Length", "Long")]
    public Task What_the_other_acknowledged_is_in_the_publication_in_forty_races() => RaceAsync(rounds: 40);

    private async Task RaceAsync(int rounds)
    {
        var (signatory, lead, approver) = (
            await programs[0].VisitorAsync(Role.Signatory), await programs[1].VisitorAsync(Role.LeadAppraiser),
            await programs[1].VisitorAsync(Role.Approver));
        var acknowledged = 0;
        for (var round = 0; round < rounds; round++)
            acknowledged += await PublishingRace.RunAsync(programs.App, round, signatory, lead, approver) ? 1 : 0;
        // A third of them begins open, and a third with publishing under way.
        acknowledged.ShouldBeInRange((rounds / 3), rounds - (rounds / 3));
    }
}

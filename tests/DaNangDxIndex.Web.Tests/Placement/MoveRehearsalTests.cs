using DaNangDxIndex.Measured.Country;

namespace DaNangDxIndex.Placement;

/// <summary>Two durable PostgreSQL, two web processes, 353 agencies and ten editions: what deploy/rehearse-move does.</summary>
public sealed class MoveRehearsalTests
{
    [Fact, Trait("Length", "Long")]
    public async Task A_province_moves_between_two_servers_and_back_and_no_save_is_lost() =>
        (await MeasuredMove.PrintAsync()).ShouldBe(0);
}

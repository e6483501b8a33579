using System.Diagnostics;

namespace DaNangDxIndex.Placement;

/// <summary>Tells each step with the time since the one before.</summary>
internal sealed class MoveSteps(Func<MoveTenant.Step, Task> tell)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public Task ToldAsync(string vi, string en)
    {
        var took = _clock.Elapsed;
        _clock.Restart();
        return tell(new(new(vi, en), took));
    }
}

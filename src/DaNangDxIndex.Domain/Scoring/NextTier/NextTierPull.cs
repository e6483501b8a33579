
namespace DaNangDxIndex.Scoring;

/// <summary>How far one figure has to go, or should, with the others as they are.</summary>
internal sealed class NextTierPull(NextTierTrial trial)
{
    /// <summary>
    /// Moves a figure to where it is worth most with the others as they are, and leaves it there; null where it gains nothing.
    /// </summary>
    public (long Step, Scorecard Scorecard)? ToBest(NextTierLever lever)
    {
        var bends = lever.Bends(trial.Figures, trial.Before(lever));
        (long Step, Scorecard Scorecard)? best = null;
        foreach (var bend in lever.Monotone ? bends.TakeLast(1) : bends)
        {
            trial.Set(lever.Figure.Code, lever.ValueAt(bend, trial.Before(lever)));
            var scorecard = trial.Score();
            if (best is null || scorecard.BeforeCap > best.Value.Scorecard.BeforeCap)
                best = (bend, scorecard);
        }

        if (best is { } found)
            trial.Set(lever.Figure.Code, lever.ValueAt(found.Step, trial.Before(lever)));
        return best;
    }

    /// <summary>The least number of steps that reaches the tier with the other figures as they are, or null.</summary>
    public long? Least(NextTierLever lever, long? known = null)
    {
        var bends = lever.Bends(trial.Figures, trial.Before(lever)).Where(bend => known is null || bend <= known).ToList();
        if (known is not null && (bends.Count == 0 || bends[^1] != known))
            bends.Add(known.Value);
        var below = 0L;
        foreach (var bend in lever.Monotone ? bends.TakeLast(1) : bends)
        {
            if (ReachesAt(lever, bend))
                return Crossing(lever, below, bend);
            below = bend;
        }

        return null;
    }

    // Fails at the lower end, reaches at the upper: halve until they are neighbours.
    private long Crossing(NextTierLever lever, long fails, long reaches)
    {
        while (reaches - fails > 1)
        {
            var middle = fails + ((reaches - fails) / 2);
            if (ReachesAt(lever, middle))
                reaches = middle;
            else
                fails = middle;
        }

        return reaches;
    }

    private bool ReachesAt(NextTierLever lever, long step)
    {
        trial.Set(lever.Figure.Code, lever.ValueAt(step, trial.Before(lever)));
        return trial.Reaches();
    }
}

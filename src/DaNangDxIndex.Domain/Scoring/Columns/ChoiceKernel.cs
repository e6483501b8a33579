using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Choice over a column of option numbers.</summary>
internal sealed class ChoiceKernel : ShareKernel
{
    private readonly double[] _chosen;
    private readonly Near[] _shares;

    public ChoiceKernel(Choice choice, GroupFigures figures)
    {
        var index = figures.IndexOf(choice.Of) ?? throw new ArgumentException($"The set has no figure '{choice.Of}'.", nameof(choice));
        _chosen = figures.Columns[index].Units;
        _shares = [.. figures.Set.Figures[index].Options
            .Select(option => Near.Of(choice.Options.FirstOrDefault(share => share.Option == option.Code)?.Share ?? Fraction.Zero))];
    }

    public override void Evaluate(int first, int count, bool[] doubt)
    {
        for (var i = 0; i < count; i++)
        {
            var option = _chosen[first + i];
            (Batch.Share[i], Batch.Error[i]) = double.IsNaN(option) ? default : _shares[(int)option];
            Batch.Due[i] = true;
        }
    }
}

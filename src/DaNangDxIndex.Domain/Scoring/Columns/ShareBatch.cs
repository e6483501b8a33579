namespace DaNangDxIndex.Scoring;

/// <summary>Shares of one rule for a batch of agencies: value, error bound, and whether anything was due.</summary>
internal sealed class ShareBatch
{
    /// <summary>Small enough that all that is alive of a batch stays in the processor's cache.</summary>
    public const int Size = 512;

    public double[] Share { get; } = new double[Size];

    public double[] Error { get; } = new double[Size];

    public bool[] Due { get; } = new bool[Size];
}

/// <summary>A rule over columns. Where the double cannot decide, the agency is marked in doubt and scored exactly.</summary>
internal abstract class ShareKernel
{
    public ShareBatch Batch { get; } = new();

    /// <summary>Evaluates agencies <paramref name="first"/> to first + count - 1 into <see cref="Batch"/>.</summary>
    public abstract void Evaluate(int first, int count, bool[] doubt);
}

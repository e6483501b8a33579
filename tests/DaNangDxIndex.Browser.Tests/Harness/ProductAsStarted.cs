namespace DaNangDxIndex.Harness;

/// <summary>The product in a process of its own, by the very command of ./run: what goes through it once goes through all that there is.</summary>
public sealed class ProductAsStarted : Product
{
    protected override bool IsOwnProcess => true;
}

namespace DaNangDxIndex.Harness;

/// <summary>The product in a process of its own, as ./run starts it: what goes through it once goes through all that there is.</summary>
public sealed class ProductAsStarted : Product
{
    protected override bool IsOwnProcess => true;
}

namespace DaNangDxIndex.Harness;

/// <summary>
/// The product with the demo's 2025 in the middle of its year: many have handed in, brought there by the product's own acts.
/// </summary>
public sealed class MiddleOfTheYear : Product
{
    protected override bool IsMidYear => true;
}

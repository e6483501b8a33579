namespace DaNangDxIndex.Harness;

/// <summary>The product at an address with a name: devices keep no passkeys for bare numbers.</summary>
public sealed class NamedProduct() : Product("localhost");

using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Evidence;

/// <summary>A product whose virus scanner does as the test says, for each test its own.</summary>
public abstract class ScannedTests : IAsyncLifetime, IAsyncDisposable
{
    private protected FakeClamd Clamd { get; } = new();

    protected TestApp App { get; } = new();

    public async Task InitializeAsync()
    {
        App.Settings["DX_CLAMD"] = Clamd.Address;
        await App.InitializeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await App.DisposeAsync();
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Clamd.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

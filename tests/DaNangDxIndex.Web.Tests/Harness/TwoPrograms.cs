namespace DaNangDxIndex.Harness;

/// <summary>
/// Two web processes over one database, started once for all tests of a class. A test may put another in the place of one.
/// </summary>
public sealed class TwoPrograms : IAsyncLifetime
{
    private readonly List<WebProcess> _programs = [];

    public TestApp App { get; } = new();

    public WebProcess this[int number] => _programs[number];

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        _programs.AddRange(Enumerable.Range(0, 2).Select(_ => WebProcess.OverDatabase(App.Application)));
        await Task.WhenAll(_programs.Select(program => program.UntilReadyAsync()));
    }

    public Task ReplaceAsync(int number)
    {
        _programs[number].Dispose();
        _programs[number] = WebProcess.OverDatabase(App.Application);
        return _programs[number].UntilReadyAsync();
    }

    public Task DisposeAsync()
    {
        _programs.ForEach(program => program.Dispose());
        return App.DisposeAsync();
    }
}

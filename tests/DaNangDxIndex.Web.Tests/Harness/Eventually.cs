namespace DaNangDxIndex.Harness;

/// <summary>Waits for what comes about by itself, and no longer than half a minute.</summary>
internal static class Eventually
{
    public static Task HoldsAsync(Func<bool> holds) => HoldsAsync(() => Task.FromResult(holds()));

    public static async Task HoldsAsync(Func<Task<bool>> holds)
    {
        for (var turn = 0; turn < 1500; turn++)
        {
            if (await holds())
                return;
            await Task.Delay(20);
        }
        (await holds()).ShouldBeTrue("it did not come about within half a minute");
    }
}

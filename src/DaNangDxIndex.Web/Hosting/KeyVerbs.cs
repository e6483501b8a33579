using DaNangDxIndex.Accounts;

namespace DaNangDxIndex.Hosting;

/// <summary>What operators ask of the keys of sign-ins.</summary>
internal static class KeyVerbs
{
    public static async Task<int> ListAsync(VerbCall call)
    {
        var keys = await call.Services.GetRequiredService<SealKeys>().ListAsync(CancellationToken.None);
        foreach (var key in keys)
            await Console.Out.WriteLineAsync($"{key.Name}: {StateOf(key).In(call.Language)}");
        return keys.TrueForAll(key => key is { With: not null, Opens: true }) ? 0 : 1;
    }

    public static async Task<int> SealAsync(VerbCall call)
    {
        var count = await call.Services.GetRequiredService<SealKeys>().HandleAsync(CancellationToken.None);
        await call.TellAsync(
            $"Đã mã hóa lại {count} khóa bằng bí mật đầu tiên của DX_KEYS.",
            $"{count} keys were sealed anew with the first secret of DX_KEYS.");
        return 0;
    }

    private static Bilingual StateOf(SealKeys.Key key) => key switch
    {
        { With: null } => new("không mã hóa; chạy dx keys seal", "in clear; run dx keys seal"),
        { Opens: true } => new($"mã hóa bằng {key.With}", $"sealed with {key.With}"),
        _ => new($"mã hóa bằng {key.With}, không có trong DX_KEYS", $"sealed with {key.With}, which DX_KEYS does not hold"),
    };
}

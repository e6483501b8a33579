using DaNangDxIndex.Database;
using DaNangDxIndex.Placement;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What stands behind "dx" on the command line, and what is said to whoever typed it: in Vietnamese, or with "--lang en" in English.
/// </summary>
internal sealed record VerbCall(WebApplication App, string[] Args)
{
    /// <summary>The verb with what it is about: all before the first option.</summary>
    public string[] Words { get; } = [.. Args.TakeWhile(word => !word.StartsWith('-'))];

    public IServiceProvider Services => App.Services;

    public string Language => Option("--lang") ?? "vi";

    public Clusters Clusters => Services.GetRequiredService<Clusters>();

    public bool Has(string option) => Args.Contains(option, StringComparer.Ordinal);

    public string? Option(string name) => All(name).FirstOrDefault();

    /// <summary>Of an option that may come several times.</summary>
    public IEnumerable<string> All(string name) =>
        Args.Index().Where(word => word.Index > 0 && Args[word.Index - 1] == name).Select(word => word.Item);

    public Task TellAsync(string vi, string en) => TellAsync(new(vi, en));

    public Task TellAsync(Bilingual sentence) => Console.Out.WriteLineAsync(sentence.In(Language));

    /// <summary>Beside what is told, where somebody looks for faults.</summary>
    public Task WarnAsync(Bilingual fault) => Console.Error.WriteLineAsync(fault.In(Language));

    /// <summary>The exit code of what was not done at all.</summary>
    public Task<int> RefuseAsync(string vi, string en) => RefuseAsync(new(vi, en));

    public async Task<int> RefuseAsync(Bilingual why)
    {
        await WarnAsync(why);
        return 2;
    }

    /// <summary>Of this slug, or all of them for null.</summary>
    /// <exception cref="MoveRefusal">There is no tenant of this slug.</exception>
    public async Task<List<Tenant>> TenantsAsync(string? slug)
    {
        var all = await Services.GetRequiredService<Tenants>().AllAsync(CancellationToken.None);
        return slug is null ? [.. all] : [all.FirstOrDefault(tenant => tenant.Slug == slug) ?? throw MoveRefusal.NoTenant(slug)];
    }

    public AsyncServiceScope Enter(Tenant tenant)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        return scope;
    }
}

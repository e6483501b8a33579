namespace DaNangDxIndex.Hosting;

/// <summary>A verb that a program around this one adds.</summary>
/// <param name="Usage">Its line in the list of verbs.</param>
/// <param name="RunAsync">Its exit code; null where the words are not its own.</param>
public sealed record AddedVerb(string Usage, Func<IServiceProvider, string[], Task<int?>> RunAsync);

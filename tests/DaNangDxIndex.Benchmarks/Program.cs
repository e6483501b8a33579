using DaNangDxIndex;

// dotnet run -c Release --project tests/DaNangDxIndex.Benchmarks              prints the table
// dotnet run -c Release --project tests/DaNangDxIndex.Benchmarks -- write     writes it to docs/performance.md
// dotnet run -c Release --project tests/DaNangDxIndex.Benchmarks -- bare … serves one answer from memory; see public-pages beside this file
if (args is ["bare", var url, var file, var headers])
{
    await BareKestrel.RunAsync(url, file, headers);
    return;
}

var table = await PerformanceTable.MeasuredAsync(Console.Error);
Console.WriteLine(table);
if (args.Contains("write", StringComparer.Ordinal))
{
    // The sections behind the table are written by hand, each with its own command.
    var path = Path.Combine(Repository.Root, "docs", "performance.md");
    var said = await File.ReadAllTextAsync(path);
    var byHand = said.IndexOf("\n## ", StringComparison.Ordinal);
    await File.WriteAllTextAsync(path, byHand < 0 ? table : table + said[byHand..]);
}

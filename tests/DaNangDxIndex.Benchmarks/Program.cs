using DaNangDxIndex;
using DaNangDxIndex.Scoring;

// dotnet run -c Release --project tests/DaNangDxIndex.Benchmarks              prints the table
// dotnet run -c Release --project tests/DaNangDxIndex.Benchmarks -- write     writes it to docs/performance.md
var table = await PerformanceTable.MeasuredAsync(Console.Error);
Console.WriteLine(table);
if (args.Contains("write", StringComparer.Ordinal))
    File.WriteAllText(Path.Combine(Repository.Root, "docs", "performance.md"), table);

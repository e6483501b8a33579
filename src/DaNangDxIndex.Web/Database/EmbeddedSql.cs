namespace DaNangDxIndex.Database;

internal static class EmbeddedSql
{
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedSql).Assembly.GetManifestResourceStream($"{typeof(EmbeddedSql).Namespace}.{name}")
            ?? throw new InvalidOperationException($"There is no SQL file {name} under Database.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

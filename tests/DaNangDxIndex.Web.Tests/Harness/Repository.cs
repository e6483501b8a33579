namespace DaNangDxIndex.Harness;

internal static class Repository
{
    /// <summary>The folder that holds the solution, whatever folder the command was given in.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DaNangDxIndex.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        }
    }
}

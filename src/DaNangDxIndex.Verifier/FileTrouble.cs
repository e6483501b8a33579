namespace DaNangDxIndex;

/// <summary>What the system says when a file cannot be read or written, in the reader's language.</summary>
public static class FileTrouble
{
    /// <summary>Null for a fault that has nothing to do with files.</summary>
    public static Bilingual? Of(Exception fault) => fault switch
    {
        FileNotFoundException missing => new($"Không có tệp “{missing.FileName}”.", $"There is no file \"{missing.FileName}\"."),
        DirectoryNotFoundException =>
            new($"Không có thư mục của tệp này: {Quoted(fault)}.", $"The folder of this file does not exist: {Quoted(fault)}."),
        UnauthorizedAccessException => new(
            $"Không được phép đọc hoặc ghi {Quoted(fault)} (hoặc đó là thư mục).",
            $"{Quoted(fault)} may not be read or written (or it is a folder)."),
        IOException => new(
            $"Không đọc hoặc ghi được tệp{(Quoted(fault) is { Length: > 0 } path ? " " + path : "")}.",
            $"A file could not be read or written: {fault.Message}"),
        _ => null,
    };

    // The system's own sentence is English; the path in it is what matters.
    private static string Quoted(Exception fault)
    {
        var parts = fault.Message.Split('\'');
        return parts.Length > 2 ? $"“{parts[1]}”" : "";
    }
}

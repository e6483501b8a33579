using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.OpenData;

internal static class Handing
{
    /// <summary>The file with its strong ETag, 304 to whoever has it, or the names of the files that there are.</summary>
    /// <param name="of">What the file is saved as, before its own name.</param>
    public static IActionResult Hand(this ControllerBase controller, DataSet set, string path, bool numbered, string of)
    {
        if (set.File(path) is not { } file)
            return Problems.Of(
                StatusCodes.Status404NotFound, "file.unknown", new Bilingual("Không có tệp này", "There is no such file").ForReader(),
                new Bilingual(
                    $"Các tệp hiện có: {string.Join(", ", set.Paths)}.", $"The files are: {string.Join(", ", set.Paths)}.").ForReader());
        return Unchanged.Since(controller.HttpContext, file.Tag, numbered)
            ? controller.StatusCode(StatusCodes.Status304NotModified)
            : controller.File(file.Bytes, file.ContentType, $"dx-index-{of}-{file.Path}");
    }
}

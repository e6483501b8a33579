namespace DaNangDxIndex.Evidence.Content;

internal static class PictureSize
{
    private const int LongestSide = 30_000;

    /// <summary>A few bytes can promise a picture that no browser could unfold.</summary>
    public static void Require(long width, long height)
    {
        if (width <= 0 || height <= 0)
            throw FileRefusal.Damaged;
        if (width > LongestSide || height > LongestSide || width * height > FileRefusal.MostMegapixels * 1_000_000L)
            throw FileRefusal.PictureTooLarge;
    }
}

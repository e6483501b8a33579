using System.Globalization;

namespace DaNangDxIndex.Frame;

/// <summary>
/// Names in the order of the Vietnamese alphabet, whatever language the page speaks: a, ă, â, … d, đ, …; tones come second.
/// </summary>
public static class VietnameseOrder
{
    public static IComparer<string> Names { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), CompareOptions.None);
}

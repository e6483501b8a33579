using DaNangDxIndex.Editions;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Homes;

/// <summary>Where whoever leads an edition looks at it, and its days in words.</summary>
public sealed class EditionWays(IStringLocalizer<HomeTexts> texts, Addresses addresses)
{
    public Duty.Way Progress(Edition edition) =>
        new(texts["ProgressOf", edition.Year], addresses.Page($"/editions/{edition.Year}/progress"));

    public Duty.Way Preview(Edition edition) => new(texts["PreviewOf", edition.Year], addresses.Page($"/editions/{edition.Year}/preview"));

    public string Day(DateOnly? day) => day is { } known ? VietNamTime.Day(known, Addresses.Language) : texts["NoDeadline"];
}

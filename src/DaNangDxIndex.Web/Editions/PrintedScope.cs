using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions;

/// <summary>Whom something printed was said of, in words: an agency, those under it, a group, or everybody.</summary>
public sealed class PrintedScope(CurrentTenant tenant, IStringLocalizer<EditionTexts> texts)
{
    public string Of(PrintedAbout printed, PublicEdition edition)
    {
        var group = edition.Groups.FirstOrDefault(group => group.Code == printed.Figure.Group)?.Name.In(Addresses.Language);
        return (printed.About?.In(Addresses.Language), group) switch
        {
            ({ } agency, null) => agency,
            ({ } agency, _) => texts["Printed.Under", agency],
            (null, { } all) => all,
            (null, null) => tenant.Required.Name.In(Addresses.Language),
        };
    }
}

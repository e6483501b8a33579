using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Agencies;

/// <summary>The office's list of agencies, of a day or of all time.</summary>
[Authorize(Policies.Office)]
public sealed class IndexModel(AgencyRegister register) : PageModel
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true)]
    public AskedWords? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    /// <summary>A day as typed; blank is today, and "all" every agency that ever was.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    /// <summary>A list has just been taken from a file.</summary>
    [FromQuery]
    public bool Imported { get; set; }

    public AgencyRegister.Found? Register { get; private set; }

    public IReadOnlyList<Agency> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public IReadOnlyList<string> Groups { get; private set; } = [];

    public Bilingual? DayRefusal { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Register = await register.ReadAsync(ct);
        Groups = [
            .. Register.Agencies.Values.Select(agency => agency.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var typed = string.IsNullOrWhiteSpace(On) || On == "all" ? null : TypedDate.Read(On);
        DayRefusal = typed?.Refusal;
        var day = On == "all" ? (DateOnly?)null : typed?.Day ?? Register.Today;
        var found = Register.Agencies.Values
            .Where(agency => day is null || agency.InForceOn(day.Value))
            .Where(agency => string.IsNullOrEmpty(Kind) || agency.Kind.ToString() == Kind)
            .Where(agency => string.IsNullOrEmpty(Group) || agency.Group == Group)
            .Where(agency => Q?.StandIn($"{agency.Code} {agency.Name.Vi} {agency.Name.En}") ?? true)
            .OrderBy(agency => agency.Group, StringComparer.Ordinal)
            .ThenBy(agency => agency.Name.In(Addresses.Language), VietnameseOrder.Names)
            .ThenBy(agency => agency.Code, StringComparer.Ordinal)
            .ToList();
        Count = found.Count;
        From = Math.Clamp(From, 0, Math.Max(0, Count - 1));
        Rows = [.. found.Skip(From).Take(PageSize)];
    }

    public Pagination? Pages => Count <= PageSize ? null : new(
        From == 0 ? null : AddressWith.Query(Request, ("from", $"{Math.Max(0, From - PageSize)}")),
        From + PageSize >= Count ? null : AddressWith.Query(Request, ("from", $"{From + PageSize}")));
}

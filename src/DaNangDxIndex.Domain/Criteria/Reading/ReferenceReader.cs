namespace DaNangDxIndex.Criteria.Reading;

/// <summary>Reads what names components and criteria: tie keys and gates of the method, and kinds of agencies.</summary>
internal sealed class ReferenceReader(Codes components, Codes criteria)
{
    public IReadOnlyList<TieKey> TieKeys(Place? place)
    {
        var keys = new List<TieKey>();
        foreach (var item in place?.Items() ?? [])
        {
            item.IsObjectOf("component", "criterion");
            if (item.Has("component") == item.Has("criterion"))
                item.Problem("Mỗi khóa phân hạng ghi một component hoặc một criterion.", "A tie key names one component or one criterion.");
            else if (item.Member("component") is { } component && components.Find(component) is { } code)
                keys.Add(new TieKey(code, IsComponent: true));
            else if (item.Member("criterion") is { } criterion && criteria.Find(criterion) is { } found)
                keys.Add(new TieKey(found, IsComponent: false));
        }

        return keys;
    }

    public IReadOnlyList<Gate> Gates(Place? place, IReadOnlyList<Tier> tiers)
    {
        var gates = new List<Gate>();
        foreach (var item in place?.Items() ?? [])
        {
            item.IsObjectOf("tier", "components", "least");
            var (tier, least) = (item.Required("tier")?.Code(), item.Required("least")?.NumberBetween(0, 1));
            var named = item.Member("components")?.Items().Select(components.Find).OfType<string>().ToList() ?? [];
            if (tier is null || least is null)
                continue;
            if (tiers.All(known => known.Code != tier))
                item.Problem($"Không có loại “{tier}”.", $"There is no tier \"{tier}\".");
            else if (tiers[^1].Code == tier)
                item.Problem(
                    "Loại thấp nhất không thể có điều kiện: phải còn một loại bên dưới.",
                    "The lowest tier cannot be gated: there must be a tier below it.");
            gates.Add(new Gate(tier, named, least.Value));
        }

        return gates;
    }

    public IReadOnlyList<AgencyKind> Kinds(Place? place)
    {
        var (codes, kinds) = (new Codes("loại đơn vị", "kind"), new List<AgencyKind>());
        foreach (var item in place?.Items() ?? [])
        {
            item.IsObjectOf("code", "name", "agencies", "components", "criteria");
            var (code, name) = (codes.Define(item.Required("code")), item.Required("name")?.Words());
            var agencies = item.Member("agencies")?.Items().Select(agency => agency.Code()).OfType<string>().ToList() ?? [];
            var whole = item.Member("components")?.Items().Select(components.Find).OfType<string>().ToList() ?? [];
            var single = item.Member("criteria")?.Items().Select(criteria.Find).OfType<string>().ToList() ?? [];
            if (code is not null)
                kinds.Add(new AgencyKind { Code = code, Name = name ?? new Bilingual(code, code), Agencies = agencies, Components = whole,
                    Criteria = single });
        }

        return kinds;
    }
}

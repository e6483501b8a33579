namespace DaNangDxIndex.Agencies;

/// <summary>
/// What an act that the <see cref="LineageRules"/> allow makes of the agencies: new ones, and what the old ones were until the day before.
/// </summary>
public sealed record LineageOutcome(LineageAct Act, IReadOnlyList<Agency> New, IReadOnlyList<AgencyBefore> Before)
{
    /// <summary>Changes the agencies that the act happens to.</summary>
    /// <param name="number">Of the act.</param>
    /// <param name="agencies">By code; those that the act names are among them.</param>
    public static LineageOutcome Of(LineageWish wish, int number, IReadOnlyDictionary<string, Agency> agencies)
    {
        var last = wish.Day.AddDays(-1);
        var entered = wish.New.Select(newAgency => Agency.Entered(newAgency, wish.Day)).ToList();
        IReadOnlyList<string> heirs = wish.Heir is { } heir ? [heir] : [.. entered.Select(agency => agency.Code)];
        var before = new List<AgencyBefore>();
        foreach (var agency in wish.From.Distinct(StringComparer.Ordinal).Select(code => agencies[code]))
        {
            if (LineageRules.Ends(wish))
            {
                agency.End(last, heirs);
                continue;
            }
            before.Add(AgencyBefore.Of(agency, last));
            if (wish.Name is { } name)
                agency.Rename(name);
            else if (wish.Place is { } place)
                agency.Move(place);
        }
        IReadOnlyList<string> to = heirs.Count > 0 ? heirs : LineageRules.Ends(wish) ? [] : wish.From;
        return new(
            new LineageAct(number, wish.Kind, wish.Day, wish.Document, wish.DocumentDate).Between(wish.From, to),
            entered,
            wish.Kind is LineageActKind.Rename or LineageActKind.Move ? before : []);
    }
}

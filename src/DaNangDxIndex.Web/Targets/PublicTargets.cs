using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Targets;

/// <summary>The targets of a year with what was printed of them, and with the agencies whose published figures they are about.</summary>
public sealed class PublicTargets(PrintedFigures printed, PublicEditions editions, PublishedEditions published)
{
    /// <summary>In the order in which they were printed; empty where none were.</summary>
    public async Task<IReadOnlyList<ShownTarget>> OfYearAsync(int year, CancellationToken ct)
    {
        var shown = new List<ShownTarget>();
        foreach (var target in Target.Of(year, await printed.OfIndicatorsAsync(year, ct)))
            shown.Add(await WithAgenciesAsync(target, ct));
        return shown;
    }

    /// <summary>Of the newest results in force that are not younger than the target's end and hold its figures.</summary>
    private async Task<ShownTarget> WithAgenciesAsync(Target target, CancellationToken ct)
    {
        if (target.Printed.Figure is not { Figure: { } part } figure || !target.IsEntered)
            return new(target, null, []);
        PublicEdition? withdrawn = null;
        var years = (await editions.ListAsync(ct)).Where(edition => edition.Year <= target.Due.Year);
        foreach (var edition in years.Where(edition => edition.Version is not null))
        {
            var number = edition.Version ?? 0;
            if (await published.OutlineAsync(edition.Year, number, ct) is not { } outline || !GroupsOf(outline.Edition).Any())
                continue;
            if (edition.Withdrawn)
            {
                withdrawn ??= edition;
                continue;
            }

            if (await published.FindAsync(edition.Year, number, ct) is not { } version)
                continue;
            return new(target, version, [.. GroupsOf(version.Edition)
                .Select(group => AgenciesBehind.Of(group, part, figure.Over)).OfType<AgenciesBehind>()]);
        }

        return new(target, null, []) { Withdrawn = withdrawn };

        IEnumerable<PublishedGroup> GroupsOf(PublishedEdition published) => published.Groups.Where(group =>
            (figure.Group is null || group.Code == figure.Group) && AgenciesBehind.AreFiguresOf(group, part, figure.Over));
    }
}

/// <param name="Version">Whose figures the agencies' are; null where none of this was published.</param>
public sealed record ShownTarget(Target Target, PublishedVersion? Version, IReadOnlyList<AgenciesBehind> Groups)
{
    /// <summary>The newest edition whose figures of this were taken out of force, where no other's are in force.</summary>
    public PublicEdition? Withdrawn { get; init; }
}

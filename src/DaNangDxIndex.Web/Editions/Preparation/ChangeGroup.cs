using DaNangDxIndex.Audit;
using FluentValidation;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>Texts of a group, as they are typed.</summary>
/// <param name="MembersVi">Who is in it, where that differs from its name: "93 phường, xã".</param>
/// <param name="OtherMembers">A reform made its agencies others than the year before, so ranks are not compared.</param>
public sealed record GroupNames(string NameVi, string NameEn, string MembersVi, string MembersEn, bool OtherMembers)
{
    public const int Longest = 120;

    /// <param name="last">Population of the group in the edition before.</param>
    public static GroupNames Of(EditionGroup group, string last) =>
        new(group.Name.Vi, group.Name.En, group.Members.Vi, group.Members.En, group.Population != last);
}

/// <summary>The office names a group of an edition that is not open yet.</summary>
public sealed class ChangeGroup(EditionsInPreparation editions, LastPopulation populations, Acts acts)
{
    /// <param name="Version">Of the edition that was on screen.</param>
    public sealed record Command(int Year, string Code, GroupNames Names, int Version);

    public sealed class Rules : AbstractValidator<GroupNames>
    {
        public Rules()
        {
            RuleFor(names => names.NameVi).NotEmpty().WithErrorCode("NameMissing")
                .MaximumLength(GroupNames.Longest).WithErrorCode("TextLong");
            RuleFor(names => names.NameEn).NotEmpty().WithErrorCode("NameMissing")
                .MaximumLength(GroupNames.Longest).WithErrorCode("TextLong");
            RuleFor(names => names.MembersVi).MaximumLength(GroupNames.Longest).WithErrorCode("TextLong");
            RuleFor(names => names.MembersEn).MaximumLength(GroupNames.Longest).WithErrorCode("TextLong");
            RuleFor(names => names.MembersEn).NotEmpty().WithErrorCode("NameMissing").When(names => names.MembersVi.Length > 0);
            RuleFor(names => names.MembersVi).NotEmpty().WithErrorCode("NameMissing").When(names => names.MembersEn.Length > 0);
        }
    }

    /// <returns>False when there is no such group.</returns>
    /// <exception cref="RuleViolation"><c>edition.not-in-preparation</c></exception>
    /// <exception cref="ChangedMeanwhile"/>
    public async Task<bool> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { } found || found.Group(command.Code) is not { } group)
            return false;
        ChangedMeanwhile.RequireSame(command.Version, found.Edition.Version);
        var last = await populations.OfAsync(group, ct);
        var (before, names) = (GroupNames.Of(group, last), command.Names);
        var name = new Bilingual(names.NameVi, names.NameEn);
        group.Named(name).Of(
            names.OtherMembers ? $"{group.Code}-{command.Year}" : last,
            names.MembersVi.Length == 0 ? name : new(names.MembersVi, names.MembersEn));
        found.Edition.Edited();
        await act.KeepAsync("group.change", $"editions/{command.Year}/groups/{command.Code}", before, names, ct);
        return true;
    }
}

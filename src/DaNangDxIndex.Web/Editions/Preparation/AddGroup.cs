using DaNangDxIndex.Agencies;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>
/// The office adds a group to an edition that is not open yet, with the agencies of its code and, where it says so, a template's criteria.
/// </summary>
public sealed class AddGroup(DxIndexDb db, EditionsInPreparation editions, Acts acts)
{
    /// <param name="Template">Code of a <see cref="CriteriaTemplate"/>; null to begin without criteria.</param>
    public sealed record Command(int Year, string Code, string NameVi, string NameEn, string? Template);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(command => command.Code).Matches("^[a-z0-9]+(-[a-z0-9]+)*$")
                .WithErrorCode("CodeForm").MaximumLength(40).WithErrorCode("CodeForm");
            RuleFor(command => command.NameVi).NotEmpty().WithErrorCode("NameMissing")
                .MaximumLength(GroupNames.Longest).WithErrorCode("TextLong");
            RuleFor(command => command.NameEn).NotEmpty().WithErrorCode("NameMissing")
                .MaximumLength(GroupNames.Longest).WithErrorCode("TextLong");
            RuleFor(command => command.Template)
                .Must(code => code is null || CriteriaTemplate.Find(code) is not null).WithErrorCode("TemplateUnknown");
        }
    }

    /// <returns>False when there is no such edition.</returns>
    /// <exception cref="RuleViolation"><c>edition.not-in-preparation</c>, <c>group.exists</c>, <c>group.too-many</c></exception>
    public async Task<bool> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { } found)
            return false;
        if (found.Group(command.Code) is not null)
            throw new RuleViolation("group.exists", new(
                $"Đã có khối mã “{command.Code}”.",
                $"There is a group with the code “{command.Code}” already."));
        if (found.Groups.Count >= EditionGroup.Most)
            throw new RuleViolation("group.too-many", new(
                $"Một kỳ đánh giá có nhiều nhất {EditionGroup.Most} khối.", $"An assessment has at most {EditionGroup.Most} groups."));
        db.Add(New(command, found.Groups.Select(group => group.Position).DefaultIfEmpty(0).Max() + 1));
        await db.SaveChangesAsync(ct);
        var participants = await ExpectedAsync(found.Edition, command.Code, ct);
        db.AddRange(participants);
        found.Edition.Edited();
        await act.KeepAsync("group.add", $"editions/{command.Year}/groups/{command.Code}", null,
            new { Name = command.NameVi, command.Template, Agencies = participants.Count }, ct);
        return true;
    }

    private static EditionGroup New(Command command, int position) => new EditionGroup(
            command.Year, command.Code, position,
            CriteriaTemplate.Find(command.Template) is { } template ? CriteriaFile.Write(template.For(command.Year, command.Code)) : null)
        .Named(new(command.NameVi, command.NameEn));

    private async Task<List<Participant>> ExpectedAsync(Edition edition, string group, CancellationToken ct)
    {
        var taken = await db.Set<Participant>().Where(participant => participant.Year == edition.Year)
            .Select(participant => participant.Agency).ToListAsync(ct);
        var agencies = await db.Set<Agency>().AsNoTracking().Where(agency => agency.Group == group).ToListAsync(ct);
        return [.. Participant.Expected(edition, [group], agencies, [], beforeOn: null)
            .Where(participant => !taken.Contains(participant.Agency, StringComparer.Ordinal))];
    }
}

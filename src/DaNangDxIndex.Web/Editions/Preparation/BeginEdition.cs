using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Text;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>What a new edition begins with.</summary>
public enum Beginning
{
    /// <summary>Groups, criteria, units that verify, calendar and participants of the last edition, each as it is a year later.</summary>
    LastEdition,

    /// <summary>Three groups with the criteria of <see cref="CriteriaTemplate"/>.</summary>
    Template,

    Empty,
}

/// <summary>The office begins to prepare an edition. Nobody else sees it until it opens.</summary>
public sealed class BeginEdition(DxIndexDb db, CriteriaInForce criteria, Acts acts)
{
    public sealed record Command(int? Year, Beginning? From);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules(TimeProvider clock)
        {
            RuleFor(command => command.Year).NotNull().WithErrorCode("YearMissing")
                .InclusiveBetween(2020, VietNamTime.DayOf(clock.GetUtcNow()).Year + 2).WithErrorCode("YearRange")
                .OverridePropertyName("Year");
            RuleFor(command => command.From).NotNull().WithErrorCode("FromMissing").IsInEnum().WithErrorCode("FromMissing");
        }
    }

    private sealed record Contents(IReadOnlyList<EditionGroup> Groups, IReadOnlyList<Participant> Participants);

    /// <exception cref="RuleViolation"><c>edition.exists</c>, <c>edition.no-last</c></exception>
    public async Task<Edition> HandleAsync(Command command, CancellationToken ct)
    {
        if (command is not { Year: { } year, From: { } from })
            throw new ArgumentException("Validate first.", nameof(command));
        await using var act = await acts.BeginAsync(ct);
        var last = await LastAsync(year, ct);
        var edition = New(year, from == Beginning.LastEdition ? last ?? throw NoLast() : null, last);
        var contents = from switch
        {
            Beginning.LastEdition => await CopiedAsync(edition, last ?? throw NoLast(), ct),
            Beginning.Template => await FromTemplateAsync(edition, ct),
            Beginning.Empty => new([], []),
        };
        await SaveAsync(edition, contents, ct);
        await act.KeepAsync("edition.begin", $"editions/{year}", null, new
        {
            From = from, Copied = from == Beginning.LastEdition
                ? last?.Year
                : null, Groups = contents.Groups.Select(group => group.Code), Agencies = contents.Participants.Count,
        }, ct);
        return edition;
    }

    /// <summary>The newest edition before the year that was computed here.</summary>
    public Task<Edition?> LastAsync(int year, CancellationToken ct) => db.Set<Edition>().AsNoTracking()
        .Where(edition => edition.Year < year && edition.Stage != EditionStage.Imported && edition.Stage != EditionStage.Drafting)
        .OrderByDescending(edition => edition.Year).FirstOrDefaultAsync(ct);

    private static Edition New(int year, Edition? copied, Edition? last)
    {
        var edition = new Edition(year, EditionStage.Drafting, rounds: 1, new(year, 12, 31))
            .Of(last?.Series ?? Series.DigitalTransformation.Code, document: null)
            .Scheduled(entryClosesAt: null, provenance: null, illustrative: last?.Illustrative ?? false);
        if (copied is not null)
            edition.Take(copied.Calendar.Shifted(year - copied.Year));
        return edition;
    }

    private async Task<Contents> CopiedAsync(Edition edition, Edition last, CancellationToken ct)
    {
        var agencies = await db.Set<Agency>().AsNoTracking().ToListAsync(ct);
        var heirs = new Heirs(agencies);
        var groups = await db.Set<EditionGroup>().AsNoTracking().Where(group => group.Year == last.Year).OrderBy(group => group.Position)
            .ToListAsync(ct);
        var before = await db.Set<Assessment>().AsNoTracking().Where(assessment => assessment.Year == last.Year)
            .Select(assessment => new Participant(assessment.Year, assessment.Agency, assessment.Group, assessment.Ranked)).ToListAsync(ct);
        return new(
            [.. groups.Select(Copy)],
            Participant.Expected(edition, [.. groups.Select(group => group.Code)], agencies, before, last.InForceOn));

        EditionGroup Copy(EditionGroup group) => new EditionGroup(edition.Year, group.Code, group.Position, group.CriteriaFile is { } file
                ? CriteriaFile.Write(criteria.ScorerOf(file).Set.To(edition.Year, code => heirs.OnlyOf(code, edition.InForceOn)?.Code))
                : null)
            .Of(group.Population, group.Members).Named(group.Name);
    }

    private async Task<Contents> FromTemplateAsync(Edition edition, CancellationToken ct)
    {
        var agencies = await db.Set<Agency>().AsNoTracking().ToListAsync(ct);
        return new(
            [.. CriteriaTemplate.All.Select((template, index) =>
                new EditionGroup(edition.Year, template.Code, index + 1, CriteriaFile.Write(template.For(edition.Year, template.Code)))
                    .Named(template.GroupName))],
            Participant.Expected(edition, [.. CriteriaTemplate.All.Select(template => template.Code)], agencies, [], beforeOn: null));
    }

    /// <summary>One table after the other: the foreign keys between them are the database's, not the model's.</summary>
    private async Task SaveAsync(Edition edition, Contents contents, CancellationToken ct)
    {
        if (await db.Set<Edition>().AnyAsync(other => other.Year == edition.Year, ct))
            throw Exists(edition.Year);
        db.Add(edition);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failed) when (failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw Exists(edition.Year);
        }

        db.AddRange(contents.Groups);
        await db.SaveChangesAsync(ct);
        db.AddRange(contents.Participants);
        await db.SaveChangesAsync(ct);
    }

    private static RuleViolation Exists(int year) => new("edition.exists", new(
        $"Đã có kỳ đánh giá năm {year}. Chọn năm khác hoặc mở kỳ đánh giá đã có.",
        $"There is a {year} assessment already. Choose another year, or open the one that is there."));

    private static RuleViolation NoLast() => new("edition.no-last", new(
        "Chưa có kỳ đánh giá nào trước năm này để sao chép. Bắt đầu từ mẫu hoặc để trống.",
        "There is no earlier assessment to copy. Begin with the template, or empty."));
}

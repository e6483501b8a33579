using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// A small edition whose assessments hold whatever happens: figures blank, zero, huge, above their whole,
/// corrected, held invalid; points by hand, criteria that do not apply, sources that have not delivered yet.
/// </summary>
internal sealed class RandomEdition(TestApp app, int year, int seed)
{
    public const string Group = "random";

    private readonly Random _random = new(seed);

    public int Year => year;

    public CriteriaSet Set { get; private set; } = CriteriaFile.Read(RandomEditionCriteria.Of(year, RandomEditionCriteria.Methods[0],
        [])).Require();

    public IReadOnlyList<string> Agencies { get; private set; } = [];

    public static async Task<RandomEdition> AddAsync(TestApp app, int seed, string method, int agencies)
    {
        var year = await app.InDatabaseAsync(
            "da-nang", async db => Math.Max(2070, await db.Set<Edition>().MaxAsync(edition => edition.Year)) + 1);
        var edition = new RandomEdition(app, year, seed);
        await edition.AddAsync(method, agencies);
        return edition;
    }

    public IEnumerable<string> Components => Set.Components.Select(component => component.Code);

    /// <summary>What the office, systems and the survey had not delivered comes in, and every round is closed.</summary>
    public Task SettleAsync() => app.InDatabaseAsync("da-nang", async db =>
    {
        var by = await db.Set<Account>().Select(account => account.Id).FirstAsync();
        var known = (await db.Set<FigureEntry>().Where(entry => entry.Year == year).ToListAsync())
            .Select(entry => (entry.Agency, entry.Figure)).ToHashSet();
        foreach (var agency in Agencies)
            foreach (var figure in Set.Figures.Where(
                figure => figure.Source != FigureSource.Agency && !known.Contains((agency, figure.Code))))
                db.Add(Declared(agency, figure, Value(figure), by));
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE assessment SET state = 'final' WHERE year = {year}");
        return await db.Database.ExecuteSqlAsync($"UPDATE edition SET stage = 'final' WHERE year = {year}");
    });

    private Task AddAsync(string method, int agencies) => app.InDatabaseAsync("da-nang", async db =>
    {
        Agencies = await db.Set<Agency>().Where(agency => agency.Code.StartsWith("w25-")).OrderBy(agency => agency.Code)
            .Select(agency => agency.Code).Take(agencies).ToListAsync();
        var file = RandomEditionCriteria.Of(year, method, [Agencies[1], Agencies[^1]]);
        Set = CriteriaFile.Read(file).Require();
        var by = await db.Set<Account>().Select(account => account.Id).FirstAsync();
        db.Add(new Edition(year, EditionStage.Appraisal, 1, new(year, 12, 31)));
        await db.SaveChangesAsync();
        db.Add(new EditionGroup(year, Group, 1, file).Named(new("Khối ngẫu nhiên", "Random group")));
        await db.SaveChangesAsync();
        foreach (var agency in Agencies)
            db.Add(Submitted(agency, by));
        await db.SaveChangesAsync();
        foreach (var agency in Agencies)
        {
            db.AddRange(Entries(agency, by));
            db.AddRange(Verdicts(agency, by));
        }

        return await db.SaveChangesAsync();
    });

    private Assessment Submitted(string agency, Guid by)
    {
        var open = new Edition(year, EditionStage.Open, 1, new(year, 12, 31));
        var assessment = new Assessment(year, agency, Group, null, true, AssessmentState.Entering);
        assessment.Submit(new string('0', 64), open, new Actor(by, "", new HashSet<Role> { Role.Approver }, agency), DateTimeOffset.UtcNow);
        return assessment;
    }

    private IEnumerable<FigureEntry> Entries(string agency, Guid by)
    {
        foreach (var figure in Set.Figures.Where(_ => _random.Next(8) > 0))
        {
            var entry = Declared(agency, figure, Value(figure), by);
            var other = _random.Next(4) == 0 ? null : Value(figure);
            if (_random.Next(4) == 0 && other != entry.Declared)
                entry.Correct(other, ReasonCode.FigureContradicted, SentenceOf(agency), by, DateTimeOffset.UtcNow);
            else if (_random.Next(2) == 0)
                entry.Accept(by, DateTimeOffset.UtcNow);
            yield return entry;
        }
    }

    /// <summary>A sentence that is found nowhere else.</summary>
    public string SentenceOf(string agency) => $"Câu riêng {year} gửi {agency}";

    private IEnumerable<Verdict> Verdicts(string agency, Guid by)
    {
        foreach (var criterion in Set.Criteria.Where(criterion => criterion.Rule is not null))
        {
            var verdict = new Verdict(year, agency, criterion.Code, 1);
            switch (_random.Next(12))
            {
                case 0:
                    var points = decimal.Round((decimal)_random.NextDouble() * criterion.Maximum.Round(2), 2);
                    verdict.SetPoints(
                        points, criterion.Maximum, ReasonCode.EvidenceInsufficient, SentenceOf(agency), by, DateTimeOffset.UtcNow);
                    break;
                case 1:
                    verdict.FindNotApplicable(ReasonCode.OutsideTheRemit, SentenceOf(agency), by, DateTimeOffset.UtcNow);
                    break;
                case 2:
                    verdict.AcceptAboveWhole(ReasonCode.Other, SentenceOf(agency), by, DateTimeOffset.UtcNow);
                    break;
                default:
                    verdict.Accept(by, DateTimeOffset.UtcNow);
                    break;
            }

            yield return verdict;
        }
    }

    private FigureEntry Declared(string agency, Figure figure, string value, Guid by)
    {
        var entry = new FigureEntry(year, agency, figure.Code);
        entry.Declare(value, by, DateTimeOffset.UtcNow);
        return entry;
    }

    private string Value(Figure figure) => figure.Kind switch
    {
        FigureKind.Count => Pick("0", "0", "1", "3", "7", "12", "3005", "3236", "3471", "123456789012"),
        FigureKind.Percent => Pick("0", "12.5", "33.33", "79.995", "89.995", "95", "98.06", "100"),
        FigureKind.YesNo => Pick("yes", "no"),
        FigureKind.Choice => Pick([.. figure.Options.Select(option => option.Code)]),
        FigureKind.Number => Pick("0", "2.675", "6.5", "9.995", "10"),
        _ => throw new InvalidOperationException($"{figure.Kind} has no values."),
    };

    private string Pick(params string[] values) => values[_random.Next(values.Length)];
}

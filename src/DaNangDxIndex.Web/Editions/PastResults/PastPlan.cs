using DaNangDxIndex.Agencies;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Editions.PastResults;

/// <summary>
/// The results of one year as they stand in a file: what would be stored, and all that is wrong by cell. Nothing is computed or filled in.
/// </summary>
internal sealed class PastPlan
{
    private readonly PastCells _cells = new();
    private readonly PastResultsRegister.Found _register;
    private readonly Dictionary<PastSheet, TypedTable?> _tables;

    private PastPlan(byte[] file, PastResultsRegister.Found register)
    {
        _register = register;
        var workbook = TypedWorkbook.Read(file);
        _tables = PastSheets.All.ToDictionary(sheet => sheet, sheet => TableOf(workbook, sheet));
    }

    public Edition? Edition { get; private set; }

    /// <summary>The index, where it is new here.</summary>
    public Series? NewSeries { get; private set; }

    public List<EditionGroup> Groups { get; } = [];

    public List<ImportedTier> Tiers { get; } = [];

    public List<Source> Sources { get; } = [];

    public List<ImportedStanding> Standings { get; } = [];

    public List<ImportedTierCount> Counts { get; } = [];

    /// <summary>Imported results of the year are there, and would be replaced.</summary>
    public bool Replaces => Edition is not null && _register.Editions.ContainsKey(Edition.Year);

    public IEnumerable<Source> NewSources => Sources.Where(source => !_register.Sources.ContainsKey(source.Code));

    public IReadOnlyList<CellFault> Faults => _cells.Faults;

    public static PastPlan Of(byte[] file, PastResultsRegister.Found register)
    {
        var plan = new PastPlan(file, register);
        if (plan.Faults.Count > 0 || PastEdition.Read(plan.Rows(PastSheets.Edition), register, plan._cells) is not { } read)
            return plan;
        var edition = read.Edition;
        (plan.Edition, plan.NewSeries) = (edition, read.NewSeries);
        plan.ReadGroups(edition.Year);
        plan.ReadTiers(edition.Year);
        plan.ReadSources();
        plan.ReadResults(edition);
        plan.ReadCounts(edition.Year);
        if (plan.Faults.Count == 0 && plan.Standings.Count + plan.Counts.Count == 0)
            plan._cells.Add(new CellFault(PastSheets.Results.Name.Vi, "A2", new(
                "Chưa có kết quả và số lượng nào.", "There are no results and no counts.")));
        return plan;
    }

    private TypedTable? TableOf(TypedWorkbook workbook, PastSheet sheet)
    {
        var found = workbook.Find(sheet.Name.Vi, sheet.Name.En);
        // A sheet that may be missing may be left as it came in the template.
        if (!sheet.Needed && (found is null || found.Rows.Count <= 1))
            return null;
        if (found is null)
        {
            _cells.Add(new CellFault(workbook.Sheets[0].Name, "A1", new(
                $"Thiếu trang tính “{sheet.Name.Vi}”. Dùng tệp mẫu.",
                $"Sheet “{sheet.Name.En}” is missing. Use the template.")));
            return null;
        }
        var table = found.TableOf(sheet.Columns);
        _cells.Add(table.Faults);
        return table;
    }

    private IReadOnlyList<TypedRow> Rows(PastSheet sheet) => _tables[sheet]?.Rows ?? [];

    private void ReadGroups(int year)
    {
        foreach (var row in Rows(PastSheets.Groups))
        {
            var code = _cells.Code(row["group"], Groups.Exists(group => group.Code == row["group"].Line));
            var population = row["population"];
            if (!population.IsBlank && !NewAgencyRules.IsCode(population.Line))
                _cells.Wrong(population,
                    "Mã gồm chữ thường không dấu, chữ số và dấu gạch nối.",
                    "A code has lower-case letters, digits and hyphens.");
            var name = _cells.Name(row, "name");
            if (code is not null)
                Groups.Add(new EditionGroup(year, code, Groups.Count + 1, criteriaFile: null)
                    .Of(population.IsBlank ? code : population.Line, name).Named(name));
        }
    }

    private void ReadTiers(int year)
    {
        foreach (var row in Rows(PastSheets.Tiers))
        {
            var name = _cells.Name(row, "name");
            if (_cells.Code(row["tier"], Tiers.Exists(tier => tier.Code == row["tier"].Line)) is { } code)
                Tiers.Add(new ImportedTier(year, code, Tiers.Count + 1).Named(name));
        }
    }

    private void ReadSources()
    {
        foreach (var row in Rows(PastSheets.Sources))
        {
            var (name, address) = (_cells.Name(row, "name"), row["address"]);
            if (!address.IsBlank && !(Uri.TryCreate(address.Line, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
                _cells.Wrong(address, "Địa chỉ bắt đầu bằng https://.", "An address begins with https://.");
            if (_cells.Code(row["source"], Sources.Exists(source => source.Code == row["source"].Line)) is not { } code)
                continue;
            if (_register.Sources.TryGetValue(code, out var known) && known.Name != name)
                _cells.Wrong(row["source"],
                    $"Nguồn “{code}” đã có với tên khác ({known.Name.Vi}). Dùng mã khác.",
                    $"Source “{code}” is there under another name ({known.Name.En}). Use another code.");
            Sources.Add(new Source(code, address.IsBlank ? null : address.Line).Named(name));
        }
    }

    private void ReadResults(Edition edition)
    {
        foreach (var row in Rows(PastSheets.Results))
        {
            var (group, agency, source) = (GroupOf(row), AgencyOf(row["agency"], edition), SourceOf(row));
            var rank = row["rank"].IsBlank ? null : _cells.Whole(row["rank"], least: 1);
            var (total, tier) = (_cells.Total(row["total"]), row["tier"].IsBlank ? null : TierOf(row));
            if (row["rank"].IsBlank && row["total"].IsBlank && row["tier"].IsBlank)
                _cells.Wrong(row["rank"],
                    "Nhập ít nhất một trong thứ hạng, tổng điểm, xếp loại.",
                    "Enter at least one of rank, total and tier.");
            if (Standings.Exists(standing => standing.Agency == agency))
                _cells.Wrong(row["agency"], $"Cơ quan “{agency}” đã có ở dòng trên.", $"Agency “{agency}” is in a row above.");
            else if (group is not null && agency is not null && source is not null)
                Standings.Add(new(edition.Year, group, agency, rank, total, tier, source));
        }
    }

    private void ReadCounts(int year)
    {
        foreach (var row in Rows(PastSheets.Counts))
        {
            var (group, tier, source, agencies) = (GroupOf(row), TierOf(row), SourceOf(row), _cells.Whole(row["agencies"], least: 0));
            if (Counts.Exists(count => count.Group == group && count.Tier == tier))
                _cells.Wrong(row["tier"], "Khối và xếp loại này đã có ở dòng trên.", "This group and tier are in a row above.");
            else if (group is not null && tier is not null && source is not null && agencies is not null)
                Counts.Add(new(year, group, tier, agencies.Value, source));
        }
    }

    private string? GroupOf(TypedRow row) =>
        _cells.OneOf(row["group"], code => Groups.Exists(group => group.Code == code), PastSheets.Groups);

    private string? TierOf(TypedRow row) => _cells.OneOf(row["tier"], code => Tiers.Exists(tier => tier.Code == code), PastSheets.Tiers);

    private string? SourceOf(TypedRow row) =>
        _cells.OneOf(row["source"], code => Sources.Exists(source => source.Code == code), PastSheets.Sources);

    private string? AgencyOf(TypedCell cell, Edition edition)
    {
        if (!_register.Agencies.TryGetValue(cell.Line, out var agency))
            _cells.Wrong(cell, "Mã này không có trong danh mục cơ quan, đơn vị.", "No agency of the register has this code.");
        else if (!agency.InForceOn(edition.InForceOn))
            _cells.Wrong(cell,
                $"{agency.Name.Vi} không hoạt động ngày 31/12/{edition.Year}; dùng mã của cơ quan khi đó.",
                $"{agency.Name.En} was not in force on 31 December {edition.Year}; use the code of the agency of that time.");
        return agency?.Code;
    }
}

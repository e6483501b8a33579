using System.Globalization;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Editions.PastResults;

/// <summary>
/// The results of one year as they stand in a file: what would be stored, and all that is wrong by cell. Nothing is computed or filled in.
/// </summary>
internal sealed class PastPlan
{
    private readonly List<CellFault> _faults = [];
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

    public IReadOnlyList<CellFault> Faults => _faults;

    public static PastPlan Of(byte[] file, PastResultsRegister.Found register)
    {
        var plan = new PastPlan(file, register);
        if (plan._faults.Count > 0)
            return plan;
        plan.ReadEdition();
        if (plan.Edition is not { } edition)
            return plan;
        plan.ReadGroups(edition.Year);
        plan.ReadTiers(edition.Year);
        plan.ReadSources();
        plan.ReadResults(edition);
        plan.ReadCounts(edition.Year);
        if (plan._faults.Count == 0 && plan.Standings.Count + plan.Counts.Count == 0)
            plan._faults.Add(new(PastSheets.Results.Name.Vi, "A2", new(
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
            _faults.Add(new(workbook.Sheets[0].Name, "A1", new(
                $"Thiếu trang tính “{sheet.Name.Vi}”. Dùng tệp mẫu.",
                $"Sheet “{sheet.Name.En}” is missing. Use the template.")));
            return null;
        }
        var table = found.TableOf(sheet.Columns);
        _faults.AddRange(table.Faults);
        return table;
    }

    private IReadOnlyList<TypedRow> Rows(PastSheet sheet) => _tables[sheet]?.Rows ?? [];

    private void ReadEdition()
    {
        var rows = Rows(PastSheets.Edition);
        if (rows.Count > 1)
            Wrong(rows[1]["year"], "Mỗi tệp chỉ có một năm. Bỏ dòng này.", "A file holds one year. Remove this row.");
        var row = rows[0];
        if (YearOf(row["year"]) is not { } year)
            return;
        var series = row["series"].Line;
        if (!NewAgencyRules.IsCode(series))
            Wrong(row["series"],
                "Nhập mã bộ chỉ số, ví dụ digital-transformation.",
                "Enter the code of the index, for instance digital-transformation.");
        else if (!_register.Series.ContainsKey(series))
            NewSeries = new Series(series).Named(Name(row, "series"), Results(Name(row, "series")));
        var (vi, en) = (row["document_vi"], row["document_en"]);
        if (vi.IsBlank != en.IsBlank)
            Wrong(vi.IsBlank ? vi : en,
                "Nhập văn bản bằng cả hai ngôn ngữ, hoặc để trống cả hai.",
                "Enter the document in both languages, or leave both blank.");
        Edition = new Edition(year, EditionStage.Imported, rounds: 1, new(year, 12, 31))
            .Of(series, vi.IsBlank || en.IsBlank ? null : new(vi.Line, en.Line))
            .Scheduled(null, provenance: "press", illustrative: false);
    }

    private int? YearOf(TypedCell cell)
    {
        if (!int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year < 2000 || year > _register.ThisYear)
            return Wrong(cell, $"Nhập năm từ 2000 đến {_register.ThisYear}.", $"Enter a year from 2000 to {_register.ThisYear}.");
        if (_register.Editions.GetValueOrDefault(year) is not { } there)
            return year;
        if (there.Stage != EditionStage.Imported)
            return Wrong(cell,
                $"Năm {year} đã có kỳ đánh giá thực hiện trên hệ thống; không nhập kết quả từ bên ngoài cho năm này.",
                $"{year} has an edition of its own here; results from elsewhere are not imported for it.");
        return _register.Holds(year) is { } sentence ? Wrong(cell, sentence.Vi, sentence.En) : year;
    }

    private void ReadGroups(int year)
    {
        foreach (var row in Rows(PastSheets.Groups))
        {
            var code = CodeOf(row["group"], Groups.Exists(one => one.Code == row["group"].Line));
            var population = row["population"];
            if (!population.IsBlank && !NewAgencyRules.IsCode(population.Line))
                Wrong(population,
                    "Mã gồm chữ thường không dấu, chữ số và dấu gạch nối.",
                    "A code has lower-case letters, digits and hyphens.");
            var name = Name(row, "name");
            if (code is not null)
                Groups.Add(new EditionGroup(year, code, Groups.Count + 1, criteriaFile: null)
                    .Of(population.IsBlank ? code : population.Line, name).Named(name));
        }
    }

    private void ReadTiers(int year)
    {
        foreach (var row in Rows(PastSheets.Tiers))
        {
            var name = Name(row, "name");
            if (CodeOf(row["tier"], Tiers.Exists(one => one.Code == row["tier"].Line)) is { } code)
                Tiers.Add(new ImportedTier(year, code, Tiers.Count + 1).Named(name));
        }
    }

    private void ReadSources()
    {
        foreach (var row in Rows(PastSheets.Sources))
        {
            var (name, address) = (Name(row, "name"), row["address"]);
            if (!address.IsBlank && !(Uri.TryCreate(address.Line, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
                Wrong(address, "Địa chỉ bắt đầu bằng https://.", "An address begins with https://.");
            if (CodeOf(row["source"], Sources.Exists(one => one.Code == row["source"].Line)) is not { } code)
                continue;
            if (_register.Sources.TryGetValue(code, out var known) && known.Name != name)
                Wrong(row["source"],
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
            var rank = row["rank"].IsBlank ? null : Whole(row["rank"], least: 1);
            var (total, tier) = (TotalOf(row["total"]), row["tier"].IsBlank ? null : TierOf(row));
            if (row["rank"].IsBlank && row["total"].IsBlank && row["tier"].IsBlank)
                Wrong(row["rank"], "Nhập ít nhất một trong thứ hạng, tổng điểm, xếp loại.", "Enter at least one of rank, total and tier.");
            if (Standings.Exists(one => one.Agency == agency))
                Wrong(row["agency"], $"Cơ quan “{agency}” đã có ở dòng trên.", $"Agency “{agency}” is in a row above.");
            else if (group is not null && agency is not null && source is not null)
                Standings.Add(new(edition.Year, group, agency, rank, total, tier, source));
        }
    }

    private void ReadCounts(int year)
    {
        foreach (var row in Rows(PastSheets.Counts))
        {
            var (group, tier, source, agencies) = (GroupOf(row), TierOf(row), SourceOf(row), Whole(row["agencies"], least: 0));
            if (Counts.Exists(one => one.Group == group && one.Tier == tier))
                Wrong(row["tier"], "Khối và xếp loại này đã có ở dòng trên.", "This group and tier are in a row above.");
            else if (group is not null && tier is not null && source is not null && agencies is not null)
                Counts.Add(new(year, group, tier, agencies.Value, source));
        }
    }

    private string? GroupOf(TypedRow row) => Named(row["group"], code => Groups.Exists(one => one.Code == code), PastSheets.Groups);

    private string? TierOf(TypedRow row) => Named(row["tier"], code => Tiers.Exists(one => one.Code == code), PastSheets.Tiers);

    private string? SourceOf(TypedRow row) => Named(row["source"], code => Sources.Exists(one => one.Code == code), PastSheets.Sources);

    private string? AgencyOf(TypedCell cell, Edition edition)
    {
        if (!_register.Agencies.TryGetValue(cell.Line, out var agency))
            Wrong(cell, "Mã này không có trong danh mục cơ quan, đơn vị.", "No agency of the register has this code.");
        else if (!agency.InForceOn(edition.InForceOn))
            Wrong(cell,
                $"{agency.Name.Vi} không hoạt động ngày 31/12/{edition.Year}; dùng mã của cơ quan khi đó.",
                $"{agency.Name.En} was not in force on 31 December {edition.Year}; use the code of the agency of that time.");
        return agency?.Code;
    }

    private string? Named(TypedCell cell, Predicate<string> isThere, PastSheet sheet)
    {
        if (isThere(cell.Line))
            return cell.Line;
        Wrong(cell, $"Nhập một mã của trang “{sheet.Name.Vi}”.", $"Enter a code of sheet “{sheet.Name.En}”.");
        return null;
    }

    private int? Whole(TypedCell cell, int least) =>
        int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= 100_000
            ? number
            : Wrong(cell, $"Nhập số nguyên từ {least}.", $"Enter a whole number from {least}.");

    /// <summary>As printed: no decimals are added or cut.</summary>
    private string? TotalOf(TypedCell cell)
    {
        if (cell.IsBlank)
            return null;
        var text = cell.Line.Replace(',', '.');
        if (text.Length <= 12 && text.Split('.') is { Length: 1 or 2 } parts
            && Array.TrueForAll(parts, part => part.Length > 0 && part.All(char.IsAsciiDigit)))
            return text;
        Wrong(cell, "Nhập điểm như đã công bố, ví dụ 93,3.", "Enter the points as printed, for instance 93.3.");
        return null;
    }

    private string? CodeOf(TypedCell cell, bool taken)
    {
        if (NewAgencyRules.IsCode(cell.Line) && !taken && cell.Line.Length <= NewAgencyRules.LongestCode)
            return cell.Line;
        if (taken)
            Wrong(cell, $"Mã “{cell.Line}” đã có ở dòng trên.", $"The code “{cell.Line}” is in a row above.");
        else
            Wrong(cell, "Mã gồm chữ thường không dấu, chữ số và dấu gạch nối.", "A code has lower-case letters, digits and hyphens.");
        return null;
    }

    private Bilingual Name(TypedRow row, string column)
    {
        var name = new Bilingual(row[column + "_vi"].Line, row[column + "_en"].Line);
        foreach (var fault in NewAgencyRules.Name(name, ""))
            Wrong(row[column + (fault.Field == ".Vi" ? "_vi" : "_en")], fault.Sentence.Vi, fault.Sentence.En);
        return name;
    }

    private static Bilingual Results(Bilingual series) => new($"Kết quả: {series.Vi}", $"Results: {series.En}");

    private int? Wrong(TypedCell cell, string vi, string en)
    {
        _faults.Add(cell.Wrong(vi, en));
        return null;
    }
}

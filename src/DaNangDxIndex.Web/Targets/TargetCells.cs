using System.Globalization;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Targets;

/// <summary>What the cells of a file of targets may hold, and what is wrong with them: told once, beside null.</summary>
internal sealed class TargetCells
{
    private const int LongestText = 500;
    private const decimal MostPercent = 1_000;

    private readonly List<CellFault> _faults = [];

    public IReadOnlyList<CellFault> Faults => _faults;

    public void Add(params IEnumerable<CellFault> faults) => _faults.AddRange(faults);

    public void Wrong(TypedCell cell, string vi, string en) => _faults.Add(cell.Wrong(vi, en));

    public static string? Maybe(TypedCell cell) => cell.IsBlank ? null : cell.Line;

    public string? Code(TypedCell cell)
    {
        if (NewAgencyRules.IsCode(cell.Line) && cell.Line.Length <= NewAgencyRules.LongestCode && cell.Line != TargetPlan.NoIndicator)
            return cell.Line;
        Wrong(cell, "Mã gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ: files-online.",
            "A code has lower-case letters, digits and hyphens, for instance: files-online.");
        return null;
    }

    /// <summary>A code of others; blank is null.</summary>
    public string? OneOf(TypedCell cell, IReadOnlySet<string> codes, string vi, string en)
    {
        if (cell.IsBlank || codes.Contains(cell.Line))
            return Maybe(cell);
        Wrong(cell, vi, en);
        return null;
    }

    /// <summary>A text in both languages, or in none.</summary>
    public Bilingual? Both(TypedRow row, string column)
    {
        var (vi, en) = (row[column + "_vi"], row[column + "_en"]);
        foreach (var cell in new[] { vi, en }.Where(cell => cell.Line.Length > LongestText))
            Wrong(cell, "Tối đa 500 ký tự.", "At most 500 characters.");
        if (vi.IsBlank == en.IsBlank)
            return vi.IsBlank ? null : new(vi.Line, en.Line);
        Wrong(vi.IsBlank ? vi : en, "Nhập bằng cả hai ngôn ngữ, hoặc để trống cả hai.", "Enter it in both languages, or leave both blank.");
        return null;
    }

    /// <summary>As printed, a comma or a dot before its decimals; more digits than four behind it were never printed.</summary>
    public decimal? Percentage(TypedCell cell)
    {
        var text = cell.Line.TrimEnd('%', ' ').Replace(',', '.');
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= MostPercent && decimal.Round(number, 4) == number)
            return number;
        Wrong(cell, "Nhập tỷ lệ phần trăm, ví dụ 95 hoặc 20,7.", "Enter a percentage, for instance 95 or 20.7.");
        return null;
    }

    public int? Count(TypedCell cell, int least)
    {
        if (int.TryParse(cell.Line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
            return number;
        Wrong(cell, $"Nhập số nguyên từ {least}, không có dấu phân cách, ví dụ 40888.",
            $"Enter a whole number from {least}, without separators, for instance 40888.");
        return null;
    }

    /// <summary>"2025", "2024-08", "8/2024"; what a spreadsheet program took for the first day of a month is the month.</summary>
    public Period? When(TypedCell cell)
    {
        var text = cell.Line;
        if (cell.Day is { } day)
            text = new Period(day.Year, day.Month).ToString();
        else if (text.Split('/') is [{ Length: 1 or 2 } month, { Length: 4 } year])
            text = $"{year}-{month.PadLeft(2, '0')}";
        if (Period.Read(text) is { Year: >= 2000 and <= 2100 } period)
            return period;
        Wrong(cell, "Nhập năm (2025) hoặc tháng (8/2024).", "Enter a year (2025) or a month (2024-08).");
        return null;
    }

    public DateOnly? Day(TypedCell cell)
    {
        if (cell.IsBlank || cell.Day is not null)
            return cell.Day;
        var reading = TypedDate.Read(cell.Text);
        if (reading.Refusal is { } refusal)
            _faults.Add(cell.Wrong(refusal));
        return reading.Day;
    }

    public string? Address(TypedCell cell)
    {
        if (cell.IsBlank || (Uri.TryCreate(cell.Line, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            return Maybe(cell);
        Wrong(cell, "Nhập địa chỉ bắt đầu bằng https://, hoặc để trống.", "Enter an address that begins with https://, or leave it blank.");
        return null;
    }
}

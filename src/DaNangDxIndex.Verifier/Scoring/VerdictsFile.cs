using DaNangDxIndex.Csv;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// verdicts.csv: agency, criterion, decision, points. Points are read for
/// the decision "points" only, as a decimal or a fraction ("3.5", "7/2").
/// </summary>
public static class VerdictsFile
{
    private static readonly string[] Needed = ["agency", "criterion", "decision"];
    private static readonly string[] Optional = ["points"];

    private const int Agency = 0;
    private const int Criterion = 1;
    private const int Decision = 2;
    private const int Points = 3;

    public static void Read(TextReader text, string file, OrderedDictionary<string, AgencyRow> agencies, Faults faults)
    {
        if (CsvTable.Open(text, file, faults, Needed, Optional) is not { } table)
            return;
        while (table.Read())
        {
            if (agencies.TryGetValue(table[Agency].ToString(), out var agency))
                Take(table, agency);
            else
                table.Fault(Agency, new(
                    $"Không có cơ quan “{table[Agency]}” trong danh sách.", $"The agency \"{table[Agency]}\" is not in the list."));
        }
    }

    private static void Take(CsvTable table, AgencyRow agency)
    {
        var code = table[Criterion].ToString();
        if (!agency.Group.Criteria.TryGetValue(code, out var criterion))
        {
            table.Fault(Criterion, Likeness.Unknown("tiêu chí", "criterion", code, agency.Group.Criteria.Keys));
            return;
        }

        if (!table[Points].IsEmpty && !table[Decision].SequenceEqual("points"))
            agency.IdlePoints++;
        if (Decided(table, criterion.Maximum) is { } decided && !agency.MutableDecisions.TryAdd(code, decided))
            table.Fault(Criterion, new(
                $"{agency.Code}: tiêu chí “{code}” đã có quyết định ở dòng trên.",
                $"{agency.Code}: an earlier row decides on the criterion \"{code}\"."));
    }

    private static Decided? Decided(CsvTable table, Fraction maximum)
    {
        switch (table[Decision].ToString())
        {
            case "accept":
                return new Decided(VerdictDecision.Accept);
            case "notApplicable":
                return new Decided(VerdictDecision.NotApplicable);
            case "points" when Fraction.TryParse(table[Points].ToString(), out var points) && points >= Fraction.Zero && points <= maximum:
                return new Decided(VerdictDecision.Points, points);
            case "points":
                table.Fault(table.Has(Points) ? Points : Decision, new(
                    $"Điểm phải là số từ 0 đến {maximum} (như 3.5 hoặc 7/2), không phải “{table[Points]}”.",
                    $"Points are a number from 0 to {maximum} (such as 3.5 or 7/2), not \"{table[Points]}\"."));
                return null;
            case var other:
                table.Fault(Decision, Likeness.Unknown("quyết định", "decision", other, ["accept", "points", "notApplicable"]));
                return null;
        }
    }
}

using DaNangDxIndex.Accounts;

namespace DaNangDxIndex.Agencies;

/// <summary>The form for an act, as it is typed: for all kinds of act one, of which each kind shows its part.</summary>
public sealed class LineageForm
{
    /// <summary>The most agencies that one merger joins on the form; of the reforms so far none joined more than nine.</summary>
    public const int MostJoined = 20;

    public string? Day { get; set; }

    public string? Document { get; set; }

    public string? DocumentDate { get; set; }

    public List<string?> From { get; set; } = [];

    public string? Heir { get; set; }

    public bool Continues { get; set; }

    public string? NameVi { get; set; }

    public string? NameEn { get; set; }

    public AgencyKind Kind { get; set; }

    public string? Group { get; set; }

    public string? Parent { get; set; }

    public List<NewAgencyForm> New { get; set; } = [];

    /// <summary>What the consequences were when they were read.</summary>
    public string? Seen { get; set; }

    /// <summary>Names that were typed become codes, also on the form that is shown again: the label beside it says whose.</summary>
    public void ReadNames(AgencyRegister.Found found)
    {
        var agencies = new AgenciesByName([.. found.Agencies.Values]);
        From = [.. From.Take(MostJoined).Select(CodeOf)];
        Heir = CodeOf(Heir);
        (Group, Parent) = (GroupOf(Group), CodeOf(Parent));
        foreach (var entered in New)
            (entered.Group, entered.Parent) = (GroupOf(entered.Group), CodeOf(entered.Parent));

        // What means no agency stays as it was typed: the rules name it.
        string? CodeOf(string? typed) => Maybe(typed) is { } name ? agencies.Find(name) ?? name : null;
        string? GroupOf(string? typed) => Maybe(typed) is { } name ? found.GroupOf(name) : null;
    }

    /// <summary>What is asked for, as far as this kind of act takes it.</summary>
    public LineageWish Wish(LineageActKind act, DateOnly day, DateOnly documentDate)
    {
        var entered = New.Take(NewLines(act)).Where(form => !form.IsBlank)
            .Select(form => new NewAgency(
                Trimmed(form.Code), new(Trimmed(form.NameVi), Trimmed(form.NameEn)),
                new(form.Kind, Trimmed(form.Group), form.Parent)));
        return new(act, day, Trimmed(Document), documentDate)
        {
            From = [.. From.OfType<string>().Distinct(StringComparer.Ordinal)],
            New = act == LineageActKind.Found && New.TrueForAll(form => form.IsBlank)
                ? [new("", new("", ""), new(AgencyKind.Other, "", null))]
                : [.. entered],
            Heir = act == LineageActKind.Merge ? Heir : null,
            Continues = act == LineageActKind.Split && Continues,
            Name = act == LineageActKind.Rename ? new(Trimmed(NameVi), Trimmed(NameEn)) : null,
            Place = act == LineageActKind.Move ? new(Kind, Trimmed(Group), Parent) : null,
        };
    }

    /// <summary>As many lines as the kind of act wants, filled or blank.</summary>
    public void OfferLines(LineageActKind act)
    {
        var lines = act switch
        {
            LineageActKind.Merge => Math.Min(MostJoined, Math.Max(6, From.Count + 2)),
            LineageActKind.Found => 0,
            _ => 1,
        };
        while (From.Count < lines)
            From.Add(null);
        while (New.Count < NewLines(act))
            New.Add(new());
    }

    /// <summary>Lines that the form offers for agencies to be made.</summary>
    public static int NewLines(LineageActKind act) => act switch
    {
        LineageActKind.Found or LineageActKind.Merge => 1,
        LineageActKind.Split => 6,
        LineageActKind.Rename or LineageActKind.Move or LineageActKind.Dissolve => 0,
    };

    private static string Trimmed(string? typed) => typed?.Trim() ?? "";

    private static string? Maybe(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

/// <summary>An agency that the act makes.</summary>
public sealed class NewAgencyForm
{
    public string? Code { get; set; }

    public string? NameVi { get; set; }

    public string? NameEn { get; set; }

    public AgencyKind Kind { get; set; }

    public string? Group { get; set; }

    public string? Parent { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(NameVi) && string.IsNullOrWhiteSpace(NameEn);
}

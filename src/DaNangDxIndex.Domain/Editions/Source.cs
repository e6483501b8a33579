using DaNangDxIndex.Text;

namespace DaNangDxIndex.Editions;

/// <summary>A newspaper, notice or site that printed a result or a figure.</summary>
public sealed class Source(string code, string? address)
{
    public string Code { get; private set; } = code;

    public Bilingual Name { get; private set; } = new("", "");

    /// <summary>Where it can be read; null where only the paper is known.</summary>
    public string? Address { get; private set; } = address;

    /// <summary>Of the document: "123/TB-UBND"; null where it has none, or its name tells it.</summary>
    public string? DocumentNumber { get; private set; }

    /// <summary>When it was signed or printed; null where it is not known, or its name tells it.</summary>
    public DateOnly? Dated { get; private set; }

    /// <summary>Name, number and day: "Thông báo của thành phố (123/TB-UBND, 22/10/2021)".</summary>
    public string CitedIn(string language)
    {
        string?[] known = [DocumentNumber, Dated is { } day ? VietNamTime.Day(day, language) : null];
        var document = string.Join(", ", known.OfType<string>());
        return document.Length == 0 ? Name.In(language) : $"{Name.In(language)} ({document})";
    }

    public Source Documented(string? number, DateOnly? dated)
    {
        (DocumentNumber, Dated) = (number, dated);
        return this;
    }

    public Source Named(Bilingual name)
    {
        Name = name;
        return this;
    }
}

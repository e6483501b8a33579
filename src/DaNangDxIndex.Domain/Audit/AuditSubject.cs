using System.Globalization;

namespace DaNangDxIndex.Audit;

/// <summary>
/// What an entry's subject names, part by part: "editions/2025/agencies/w25-hai-chau/figures/files-online" is a year, an agency and a
/// figure.
/// </summary>
public sealed record AuditSubject
{
    public int? Year { get; private init; }

    public string? Agency { get; private init; }

    public string? Group { get; private init; }

    public string? Component { get; private init; }

    public string? Criterion { get; private init; }

    public string? Figure { get; private init; }

    public Guid? Account { get; private init; }

    /// <summary>Parts after each other as kind and code; what is none of these kinds is passed over.</summary>
    public static AuditSubject Of(string subject)
    {
        var (found, parts) = (new AuditSubject(), subject.Split('/'));
        for (var part = 0; part + 1 < parts.Length; part += 2)
        {
            var code = parts[part + 1];
            found = parts[part] switch
            {
                "editions" when int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var year) =>
                    found with { Year = year },
                "agencies" when code != "acts" => found with { Agency = code },
                "groups" => found with { Group = code },
                "components" => found with { Component = code },
                "criteria" => found with { Criterion = code },
                "figures" => found with { Figure = code },
                "accounts" when Guid.TryParse(code, out var id) => found with { Account = id },
                _ => found,
            };
        }

        return found;
    }
}

namespace DaNangDxIndex.Demo;

/// <summary>How a figure is made up. Quality runs from 0 (poor) to 1 (as good as it gets) and is the agency's own, give or take.</summary>
internal abstract record Recipe
{
    /// <summary>A number of that many, whatever the quality.</summary>
    public sealed record Size(int Least, int Most) : Recipe;

    /// <summary>A multiple of another figure, whatever the quality.</summary>
    public sealed record Multiple(string Of, double Least, double Most) : Recipe;

    /// <summary>A share of another figure that grows with quality; never more than the whole.</summary>
    public sealed record Share(string Of, double Poor, double Best) : Recipe;

    /// <summary>A number that grows or falls with quality.</summary>
    public sealed record Reach(double Poor, double Best, int Decimals = 0) : Recipe;

    /// <summary>Yes from this quality on.</summary>
    public sealed record YesFrom(double Quality) : Recipe;

    /// <summary>Options in the order of the file, the first from the first quality on, and so forth; the last below all.</summary>
    public sealed record Options(params double[] From) : Recipe;
}

/// <summary>One recipe for every figure code, with sizes that fit the group.</summary>
internal static class Recipes
{
    public static Recipe Of(string figure, string group, int year) => figure switch
    {
        "steering-head" => new Recipe.Options(0.3, 0.05),
        "meetings" => new Recipe.Reach(1, 5),
        "meetings-chaired" => new Recipe.Share("meetings", 0.4, 1.1),
        "articles" => new Recipe.Reach(4, group is "wards" or "districts" ? 30 : 34),
        "website-section" => new Recipe.YesFrom(0.2),
        "dx-day" => new Recipe.YesFrom(0.1),
        "plan" => new Recipe.Options(0.35, 0.05),
        "tasks-planned" => Sized(group, year, (18, 40), (16, 30), (24, 45), (8, 18)),
        "tasks-done" => new Recipe.Share("tasks-planned", 0.66, 1.02),
        "directives-required" => new Recipe.Size(2, 4),
        "directives-signed" => new Recipe.Share("directives-required", 0.4, 1.2),
        "rules-operation" => new Recipe.YesFrom(0.1),
        "rules-data" => new Recipe.YesFrom(0.5),
        "rules-security" => new Recipe.YesFrom(0.25),
        "texts-assigned" => new Recipe.Size(0, 3),
        "texts-issued" => new Recipe.Share("texts-assigned", 0.5, 1.3),
        "staff" => Sized(group, year, (48, 130), (90, 420), (95, 160), (18, 34)),
        "computers" => new Recipe.Share("staff", 0.8, 1.0),
        "computers-protected" => new Recipe.Share("computers", 0.72, 1.01),
        "wan" => new Recipe.YesFrom(0.05),
        "ipv6" => new Recipe.YesFrom(0.45),
        "systems" => new Recipe.Size(2, 9),
        "systems-approved" => new Recipe.Share("systems", 0.3, 1.1),
        "security-incidents" => new Recipe.Reach(1.2, -1),
        "hosted-at-city" => new Recipe.YesFrom(0.55),
        "own-server-room" => new Recipe.YesFrom(0.1),
        "server-room-standards" => new Recipe.Reach(1, 4),
        "documents-issued" => Sized(group, year, (1500, 6200), (2000, 7000), (5200, 9800), (620, 1900)),
        "documents-signed" => new Recipe.Share("documents-issued", 0.86, 1.0),
        "work-files" => Sized(group, year, (400, 1600), (500, 2100), (1300, 2600), (180, 520)),
        "work-files-online" => new Recipe.Share("work-files", 0.62, 0.97),
        "databases" => new Recipe.Size(1, 5),
        "databases-shared" => new Recipe.Share("databases", 0.2, 1.15),
        "datasets-required" => new Recipe.Size(2, 6),
        "datasets-published" => new Recipe.Share("datasets-required", 0.3, 1.15),
        "data-lookups" => new Recipe.Share("staff", 22, 110),
        "feedback" => Sized(group, year, (25, 260), (20, 200), (180, 620), (12, 110)),
        "feedback-late" => new Recipe.Share("feedback", 0.16, -0.02),
        "feedback-unsatisfied" => new Recipe.Share("feedback", 0.14, -0.01),
        "smart-services" => new Recipe.Size(0, 4),
        "procedures-eligible" => Sized(group, year, (30, 140), (40, 190), (196, 236), (84, 128)),
        "procedures-full-process" => new Recipe.Share("procedures-eligible", 0.62, 1.03),
        "files-received" => Sized(group, year, (800, 21000), (9000, 48000), (3100, 9800), (900, 5200)),
        "files-online" => new Recipe.Share("files-received", 0.52, 1.0),
        "files-settled" => new Recipe.Multiple("files-received", 1.04, 1.2),
        "files-on-time" => new Recipe.Share("files-settled", 0.9, 1.0),
        "files-to-digitise" => new Recipe.Multiple("files-received", 0.88, 0.97),
        "files-digitised" => new Recipe.Share("files-to-digitise", 0.5, 1.0),
        "files-with-fee" => new Recipe.Multiple("files-received", 0.3, 0.5),
        "files-paid-online" => new Recipe.Share("files-with-fee", 0.35, 0.98),
        "satisfaction" => new Recipe.Reach(78, 98.6, 2),
        "portal-reviews" => Sized(group, year, (40, 420), (60, 700), (120, 520), (25, 210)),
        "portal-reviews-satisfied" => new Recipe.Share("portal-reviews", 0.84, 1.01),
        "service-index" => new Recipe.Reach(58, 97, 2),
        "specialist" => new Recipe.Options(0.5, 0.3, 0.05),
        "staff-trained" => new Recipe.Share("staff", 0.3, 0.95),
        "course-completions" => new Recipe.Share("staff", 0.2, 0.85),
        "staff-with-signature" => new Recipe.Share("staff", 0.6, 1.0),
        "drills" => new Recipe.Reach(0, 2.6),
        "adults" => Sized(group, year, (1, 1), (1, 1), (64000, 148000), (4200, 15800)),
        "digital-accounts" => new Recipe.Share("adults", 0.56, 0.97),
        "adults-with-signature" => new Recipe.Share("adults", 0.1, 0.42),
        "schools" => Sized(group, year, (1, 1), (1, 1), (32, 58), (3, 9)),
        "schools-cashless" => new Recipe.Share("schools", group == "districts" ? 1 : 0.6, group == "districts" ? 1 : 1.1),
        "markets" => Sized(group, year, (1, 1), (1, 1), (4, 9), (0, 2)),
        "markets-cashless" => new Recipe.Share("markets", 0.3, 1.2),
        "streets" => Sized(group, year, (1, 1), (1, 1), (12, 30), (2, 7)),
        "streets-cashless" => new Recipe.Share("streets", group == "districts" ? 0.93 : 0.4, 1.05),
        "households" => new Recipe.Multiple("adults", 0.36, 0.42),
        "households-address" => new Recipe.Share("households", 0.5, 1.0),
        "households-internet" => new Recipe.Share("households", 0.72, 0.995),
        "residential-groups" => Sized(group, year, (1, 1), (1, 1), (90, 160), (12, 34)),
        "community-groups" => new Recipe.Share("residential-groups", 0.6, 1.02),
        "award" => new Recipe.Options(0.97, 0.72),
        "models-replicated" => new Recipe.Reach(-1, 4.2),
        "leadership-points" => new Recipe.Reach(4, 9.8, 1),
        "late-reports" => new Recipe.Reach(6, -2),
        "false-figures" => new Recipe.Reach(0, 0),
        _ => throw new InvalidOperationException($"There is no recipe for the figure {figure}."),
    };

    /// <summary>Wards of 2025 are each as large as two or three of 2024.</summary>
    private static Recipe.Size Sized(
        string group, int year, (int Least, int Most) departments, (int Least, int Most) central, (int Least, int Most) districts,
        (int Least, int Most) wards)
    {
        var (least, most) = group switch { "departments" => departments, "central" => central, "districts" => districts, _ => wards };
        return group == "wards" && year >= 2025 ? new(least * 2, most * 3) : new(least, most);
    }
}

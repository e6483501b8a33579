namespace DaNangDxIndex.Accounts;

/// <summary>What a browser says of itself, as its person knows it: "Chrome, Windows".</summary>
public static class BrowserInWords
{
    /// <summary>Those that call themselves by others' names too come first.</summary>
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("coc_coc_browser", "Cốc Cốc"), ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    public static Bilingual Of(string? agent) => (Name(Browsers, agent), Name(Systems, agent)) switch
    {
        ({ } browser, { } system) => new($"{browser}, {system}", $"{browser}, {system}"),
        ({ } browser, null) => new(browser, browser),
        (null, { } system) => new(system, system),
        _ => new("Trình duyệt không rõ", "Unknown browser"),
    };

    private static string? Name((string Sign, string Name)[] known, string? agent) =>
        known.FirstOrDefault(program => agent?.Contains(program.Sign, StringComparison.Ordinal) == true).Name;
}

using System.Text.Json;
using System.Text.RegularExpressions;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OnPaper;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// Every verb of dx-verify and every kind of fault, in both languages: what is said in Vietnamese shares no word with what is said in
/// English, but for those listed here; and no sentence of the program is left out.
/// </summary>
public sealed partial class VietnameseToTheEndTests
{
    /// <summary>Words that are the same in Vietnamese: names of formats and files, what is typed, and what a program reads.</summary>
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "dx", "verify", "score", "explain", "json", "csv", "pdf", "zip", "utf", "mb", "mib", "rfc", "danang", "index", "identical",
        "vi", "en", "lang", "help", "version", "api", "v1", "byte", "sha256", "txt",
        // Columns, codes and values of the files, as they are typed.
        "code", "group", "parent", "ranked", "agency", "figure", "value", "criterion", "decision", "points", "accept", "notapplicable",
        "applicable", "converted", "total", "rank", "tier", "state", "maximum", "true", "false", "yes", "no", "results", "figures",
        "agencies", "verdicts", "kinds", "received", "online", "portal", "few", "digest", "wards", "good", "average", "excellent",
        // Members of criteria and publications, as their files write them.
        "edition", "name", "method", "components", "criteria", "information", "from", "to", "format", "tenant", "hash", "null", "warnings",
        "foundation", "government", "economy", "society", "choice", "count", "number", "percent", "yesno",
        // What the files of these tests say wrongly.
        "scroe", "maybe", "communes", "recieved", "nobody", "perhaps", "on", "line", "xy", "acept", "stranger", "more",
    };

    /// <summary>Other words that are written alike: "in" is to print, "do" because of.</summary>
    private static readonly HashSet<string> AlsoVietnamese = new(StringComparer.Ordinal) { "in", "do" };

    private sealed record Said(int ExitCode, string Vi, string En);

    [Fact]
    public void No_English_word_is_left_in_what_is_said_in_Vietnamese()
    {
        var english = new List<string>();
        foreach (var (name, make, words) in Cases())
        {
            var said = Both(make, words);
            said.Vi.ShouldNotBe(said.En, name);
            english.AddRange(Words(said.Vi).Intersect(Words(said.En), StringComparer.Ordinal)
                .Except(Allowed, StringComparer.Ordinal).Except(AlsoVietnamese, StringComparer.Ordinal).Select(word => $"{name}: {word}"));
        }
        english.ShouldBeEmpty();
    }

    /// <summary>Each sentence that stands in the program's source, whatever goes in between its parts.</summary>
    [Fact]
    public void Every_sentence_of_the_program_was_said()
    {
        var said = string.Concat(Cases().Select(each => Both(each.Make, each.Words)).Select(each => each.Vi + "\n"));
        var unsaid = Directory.EnumerateFiles(Path.Combine(Root(), "src/DaNangDxIndex.Verifier"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(literal => literal.Groups["text"].Value))
            .Where(text => text.Any(letter => letter > '\u00bf' && char.IsLetter(letter)))
            .SelectMany(text => Hole().Split(text)).Select(part => part.Replace("\\n", "\n", StringComparison.Ordinal).Trim())
            .Where(part => part.Length > 8 && !said.Contains(part, StringComparison.Ordinal)).ToList();
        unsaid.ShouldBe(SaidOfPapers, ignoreOrder: true);
    }

    /// <summary>Said of a PDF that the site made, which only the tests of the site have.</summary>
    private static readonly string[] SaidOfPapers =
    [
        "Đã đối chiếu tên, tổng điểm, thứ hạng, xếp loại, điểm và số liệu từng tiêu chí, mã băm, chuỗi nhật ký. Lời văn, ghi chú,",
        "hình thức và nội dung chèn đè lên trang không được đối chiếu.",
        "--lang là vi hoặc en, không phải “",
        "Tệp có phần thêm vào sau khi lập (như chữ ký số); phần đó không được đọc.",
    ];

    private static IEnumerable<(string Name, Func<AuditorFiles> Make, string Words)> Cases()
    {
        const string score = "score --criteria c.json --figures f.csv --agencies a.csv";
        Func<AuditorFiles> wards = AuditorFiles.OfFourWards;
        yield return ("help", wards, "--help");
        yield return ("nothing", wards, "");
        yield return ("unknown verb", wards, "scroe");
        yield return ("unknown option", wards, "score --critera c.json");
        yield return ("unknown option far off", wards, "verify --aaaaaaaaaaaaaaaa x");
        yield return ("no value", wards, "score --figures");
        yield return ("missing option", wards, "score --criteria c.json --agencies a.csv");
        yield return ("stray", wards, "score stray.csv --criteria c.json");
        yield return ("output over input", wards, score + " --out a.csv");
        yield return ("output twice", () => wards().With("o.csv", ""), score + " --out o.csv --criteria-points o.csv");
        yield return ("no such file", wards, "verify nowhere.zip");
        yield return ("no such folder", wards, "verify /nowhere/at/all.zip");
        yield return ("a folder", wards, "verify /proc/.zip /proc");
        yield return ("not to be written", wards, score + " --out /proc/results");
        yield return ("no room", wards, score + " --out /dev/full");
        yield return ("not to be read", wards, "score --criteria / --figures f.csv --agencies a.csv");
        yield return ("scored", wards, score + " --json");
        yield return ("explained", wards, "explain --criteria c.json --figures f.csv --agencies a.csv --agency hai-chau");
        yield return ("explained without a cap", () => wards().With("c.json", AuditorFiles.Wards.Replace(
            "\"scale\": 100,", "\"scale\": 100, \"cap\": \"none\",", StringComparison.Ordinal)),
            "explain --criteria c.json --figures f.csv --agencies a.csv --agency hai-chau");
        yield return ("explained unranked", wards, "explain --criteria c.json --figures f.csv --agencies a.csv --agency hoang-sa");
        yield return ("explained nobody", wards, "explain --criteria c.json --figures f.csv --agency nobody-at-all-in-here");
        yield return ("explained no criterion", wards, "explain --criteria c.json --figures f.csv --agency hai-chau --criterion Z.9");
        yield return ("left out", () => wards().With("c.json", AuditorFiles.Wards.Replace(
            "\"nothingDue\": \"full\",", "\"nothingDue\": \"full\", \"notSubmitted\": \"leftOut\",", StringComparison.Ordinal))
            .With("a.csv", "code,group,submitted\nhai-chau,wards,no\n").With("f.csv", "agency,figure,value\n"),
            "explain --criteria c.json --figures f.csv --agencies a.csv --agency hai-chau");
        yield return ("odd", () => wards().With("c.json", AuditorFiles.Wards.Replace(
            "\"kind\": \"count\"", "\"kind\": \"count\", \"unit\": \"hồ sơ\"", StringComparison.Ordinal)).With("f.csv",
            "agency,figure,value\nhai-chau,received,0\nhai-chau,online,5\nhoa-vang,received,5\nhoa-vang,online,9\n")
            .With("v.csv", "agency,criterion,decision,points\nhai-chau,A.2,accept,3\n"), score + " --verdicts v.csv");
        foreach (var each in Faulty(score))
            yield return each;
        foreach (var each in Bundles())
            yield return each;
    }

    private static IEnumerable<(string Name, Func<AuditorFiles> Make, string Words)> Faulty(string score)
    {
        Func<AuditorFiles> wards = AuditorFiles.OfFourWards;
        yield return ("all faults", () => wards()
            .With("a.csv", "code,group,parent,ranked\nhai-chau,wards,,maybe\nhai-chau,wards,,true\nhoa-vang,communes,,true\n"
                + ",wards,,\na b,wards,,\n")
            .With("f.csv", "agency,figure,value\nhai-chau,recieved,1000\nhai-chau,online,\"5.5\"\nhai-chau,online,1,2\nnobody,online,1\n"
                + "hai-chau,portal,perhaps\nhai-chau,received,1\nhai-chau,received,2\na b,online,1\n"
                + "hai-chau,on\"line,1\nhai-chau,\"x\"y,1\n")
            .With("v.csv", "agency,criterion,decision,points\nhai-chau,A.1,points,61\nhai-chau,A.3,accept,\nhai-chau,A.2,acept,\n"
                + "nobody,A.1,accept,\nhai-chau,A.1,accept,\nhai-chau,A.1,accept,\n"), score + " --verdicts v.csv");
        yield return ("a hundred faults", () => wards().With("f.csv", "agency,figure,value\n" + string.Concat(
            Enumerable.Range(0, 120).Select(row => $"nobody,online,{row}\n"))), score);
        yield return ("open quotation", () => wards().With("f.csv", "agency,figure,value\nhai-chau,\"received,1000\n"), score);
        yield return ("not UTF-8", () => wards()
            .With("f.csv", [.. "agency,figure,value\nhai-chau,received,"u8, 0xff, 0xfe, (byte)'\n']), score);
        yield return ("semicolons", () => wards().With("f.csv", "agency;figure;value\n"), score);
        yield return ("tabs", () => wards().With("f.csv", "agency\tfigure\tvalue\n"), score);
        yield return ("no columns", () => wards().With("f.csv", "agency,agency,value\n"), score);
        yield return ("empty", () => wards().With("f.csv", ""), score);
        yield return ("group twice", () => wards().With("d.json", AuditorFiles.Wards), score + " --criteria d.json");
        yield return ("no JSON", () => wards().With("c.json", "{ \"edition\": 2025, "), score);
        yield return ("no criteria", () => wards().With("c.json", "[]"), score);
        yield return ("criteria not UTF-8", () => wards().With("c.json", [0xff, 0xfe, (byte)'x']), score);
        yield return ("criteria that say little", () => wards().With("c.json", "{}"), score);
        foreach (var (said, instead) in new[]
        {
            ("\"maximum\": 40", "\"maximum\": \"forty\""), ("\"over\": [\"received\"]", "\"over\": [\"recieved\"]"),
            ("\"from\": 90", "\"from\": 60"), ("\"pillar\": \"foundation\"", "\"pillar\": \"pillow\""),
            ("\"scale\": 100", "\"scale\": -1"), ("\"kind\": \"yesNo\"", "\"kind\": \"yesno\""),
            ("\"code\": \"A.2\"", "\"code\": \"A.1\""), ("\"from\": 0, \"to\": 1", "\"from\": 1, \"to\": 1"),
            ("\"scale\": 100,", "\"scale\": 100, \"stranger\": 1,"),
        })
            yield return ($"criteria with {instead}", () => wards()
                .With("c.json", AuditorFiles.Wards.Replace(said, instead, StringComparison.Ordinal)), score);
        yield return ("strangers in kinds", () => wards().With("c.json", AuditorFiles.Wards.Replace(
            "\"figures\": [",
            "\"kinds\": [{ \"code\": \"few\", \"name\": \"few\", \"agencies\": [\"hoang-sax\"], \"criteria\": [\"A.2\"] }], \"figures\": [",
            StringComparison.Ordinal)), score);
    }

    private static IEnumerable<(string Name, Func<AuditorFiles> Make, string Words)> Bundles()
    {
        var bundle = Bundle.Of(SampleEdition.Of());
        Func<AuditorFiles> Of(IEnumerable<BundleFile> files) => () => new AuditorFiles().With("b.zip", BundleZip.Write([.. files]));
        Func<AuditorFiles> Changed(string path, Func<string, string> change) =>
            Of(bundle.Select(file => file.Path == path ? BundleFile.OfText(path, change(file.Text)) : file));
        yield return ("agrees", Of(bundle), "verify b.zip");
        yield return ("other digest", Of(bundle), $"verify b.zip --digest {new string('0', 64)}");
        yield return ("explained out of a bundle", Of(bundle), "explain b.zip --agency hai-chau");
        yield return ("explained nobody of a bundle", Of(bundle), "explain b.zip --agency nobody-at-all-in-here");
        yield return ("no bundle", () => new AuditorFiles().With("b.zip", "no zip"u8.ToArray()), "verify b.zip");
        yield return ("two bundles", Of(bundle), "verify b.zip b.zip b.zip");
        yield return ("no publication", Of(bundle.Where(file => file.Path != Bundle.PublicationPath)), "verify b.zip");
        yield return ("no manifest", Of(bundle.Where(file => file.Path != Bundle.ManifestPath)), "verify b.zip");
        yield return ("a file is missing", Of(bundle.Where(file => file.Path != "figures.csv")), "verify b.zip");
        yield return ("a file too many", Of([.. bundle, BundleFile.OfText("more.txt", "x")]), "verify b.zip");
        yield return ("too many files", Of([.. bundle, ..
            Enumerable.Range(0, 201).Select(number => BundleFile.OfText($"more/{number}.txt", "x"))]),
            "verify b.zip");
        yield return ("a digit", Changed("figures.csv",
            text => text.Replace("received,3", "received,8", StringComparison.Ordinal)), "verify b.zip");
        yield return ("no table", Changed("figures.csv", _ => "\"x"), "verify b.zip");
        yield return ("no criteria", Changed("criteria/wards.json", _ => "{"), "verify b.zip");
        yield return ("no description", Changed(Bundle.ManifestPath, _ => "{ \"resources\": [ { \"path\": 1 } ] }"), "verify b.zip");
        foreach (var (name, text) in new[]
        {
            ("no JSON", "{"), ("an array", "[]"), ("another form", "{\"format\":\"dx-index-publication/99\"}"), ("no form", "{}"),
            ("a form that is null", "{\"format\":null}"), ("little", "{\"format\":\"dx-index-publication/6\"}"),
        })
            yield return ($"publication: {name}", Changed(Bundle.PublicationPath, _ => text), "verify b.zip");
        yield return ("publication with spaces", Changed(Bundle.PublicationPath, text => text + " "), "verify b.zip");
        yield return ("publication with half a number", Changed(Bundle.PublicationPath, text => "{\"a\":1.5," + text[1..]), "verify b.zip");
        yield return ("publication with a total", Changed(Bundle.PublicationPath,
            text => Total().Replace(text, "\"total\":\"1.00\"", 1)), "verify b.zip");
        yield return ("publication with a number that is none", Changed(Bundle.PublicationPath,
            text => Total().Replace(text, "\"total\":\"one\"", 1)), "verify b.zip");
        yield return ("a paper alone", () => Of(bundle)().With("p.pdf", "%PDF-1.7 no paper"), "verify p.pdf");
        yield return ("a paper that is none", () => Of(bundle)().With("p.pdf", "%PDF-1.7 no paper\n%%EOF\n"), "verify p.pdf b.zip");
        yield return ("a paper too large", () => Of(bundle)().With("p.pdf", new byte[5 << 20]), "verify p.pdf b.zip");
        yield return ("an answer alone", () => Of(bundle)().With("code.json", "{}"), "verify code.json");
        yield return ("an answer that is none", () => Of(bundle)().With("code.json", "no JSON"), "verify code.json b.zip");
        foreach (var total in new[] { "27.78", "99.99" })
            yield return ($"an answer with {total}", () => Of(bundle)().With("code.json", Answer(bundle, total)), "verify code.json b.zip");
        yield return ("an answer that says little", () => Of(bundle)().With("code.json", "{}"), "verify code.json b.zip");
    }

    private static string Answer(IReadOnlyList<BundleFile> bundle, string total)
    {
        var (published, text) = (SampleEdition.Of(), bundle.Single(file => file.Path == Bundle.PublicationPath));
        var group = published.Groups[0];
        var result = group.Results.First(each => each.Total == "27.78");
        var answer = CodedResult.Of(
            published, text.Hash["sha256:".Length..], group, group.Entrant(result.Agency).ShouldNotBeNull(), result, "X");
        return JsonSerializer.Serialize(answer with { Total = total }, JsonSerializerOptions.Web);
    }

    [Fact]
    public void A_language_that_is_none_is_told_in_Vietnamese()
    {
        using var files = AuditorFiles.OfFourWards();
        files.Run("score --lang fr").ShouldBe(2);
        files.Errors.ToString().ShouldContain("--lang là vi hoặc en, không phải “fr”.");
    }

    private static Said Both(Func<AuditorFiles> make, string words)
    {
        var (code, vi) = Run(make, words, "vi");
        var (same, en) = Run(make, words, "en");
        same.ShouldBe(code, words);
        return new(code, vi, en);
    }

    private static (int ExitCode, string Said) Run(Func<AuditorFiles> make, string words, string language)
    {
        using var files = make();
        var code = files.Run(words.Length == 0 ? $"--lang={language} --help" : $"{words} --lang={language}");
        var folder = Path.GetDirectoryName(files.Path("x")) ?? "";
        return (code, (files.Output.ToString() + files.Errors).Replace(folder + "/", "", StringComparison.Ordinal));
    }

    /// <summary>In small letters, without what is quoted from files, names of files, options and codes.</summary>
    private static HashSet<string> Words(string said) =>
        [.. Word().Matches(Name().Replace(said, " ").ToLowerInvariant()).Select(word => word.Value)];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DaNangDxIndex.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The repository is not above the tests.");
    }

    [GeneratedRegex("\"total\":\"[0-9.]+\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Total();

    [GeneratedRegex("""\p{L}[\p{L}\p{M}\d]+""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(
        """--[a-z-]+|\b[0-9a-f]{64}\b|/[\w./-]+|[\w-]+\.(zip|csv|json|pdf)\S*|\b[a-z]+-[a-z-]+\b|[A-Z]\.\d+""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\\\n]|\\\\.)+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("""\{[^{}]*(\}|$|(?=\{))""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}

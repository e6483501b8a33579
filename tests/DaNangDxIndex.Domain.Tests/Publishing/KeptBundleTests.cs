using System.Text;
using System.Text.Json.Nodes;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// Bundles of each form as the program wrote them when the form was new. They are never made again: whatever becomes of texts, tables and
/// layout, what was published has to verify.
/// </summary>
public sealed class KeptBundleTests : IDisposable
{
    private readonly AuditorFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_bundle_of_an_earlier_form_verifies_for_good(int form)
    {
        var kept = Kept(form);
        BundleZip.Read(new MemoryStream(kept)).Single(file => file.Path == Bundle.PublicationPath).Text
            .ShouldContain($"\"format\":\"dx-index-publication/{form}\"");

        _files.With("kept.zip", kept).Run("verify kept.zip").ShouldBe(0, _files.Output.ToString() + _files.Errors);
    }

    [Fact]
    public void A_program_reads_whether_all_agrees_and_what_does_not()
    {
        var files = _files.With("kept.zip", Kept(6));
        files.Run("verify kept.zip --json").ShouldBe(0);
        var answer = JsonNode.Parse(files.Output.ToString()).ShouldNotBeNull();
        answer["identical"].ShouldNotBeNull().GetValue<bool>().ShouldBeTrue();
        answer["differences"].ShouldNotBeNull().AsArray().ShouldBeEmpty();
        var digest = answer["digest"].ShouldNotBeNull().GetValue<string>();

        using var other = new AuditorFiles();
        other.With("kept.zip", Kept(6)).Run($"verify kept.zip --json --digest {new string('0', digest.Length)}").ShouldBe(1);
        answer = JsonNode.Parse(other.Output.ToString()).ShouldNotBeNull();
        answer["identical"].ShouldNotBeNull().GetValue<bool>().ShouldBeFalse();
        var difference = answer["differences"].ShouldNotBeNull().AsArray().ShouldHaveSingleItem().ShouldNotBeNull();
        ((string?)difference["place"], (string?)difference["bundle"]).ShouldBe(("digest", digest));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Other_words_another_layout_and_more_columns_change_nothing(int form)
    {
        List<BundleFile> rewritten = [.. BundleZip.Read(new MemoryStream(Kept(form))).Where(file => file.Path != Bundle.ManifestPath)
            .Select(file => BundleFile.OfText(file.Path, Rewritten(file)))];
        var manifest = new StringBuilder(BundleZip.Read(new MemoryStream(Kept(form))).Single(file => file.Path == Bundle.ManifestPath).Text)
            .Replace("\"title\": \"", "\"title\": \"Tên gọi khác: ");
        foreach (var was in BundleZip.Read(new MemoryStream(Kept(form))).Where(file => file.Path != Bundle.ManifestPath))
        {
            var now = rewritten.Single(file => file.Path == was.Path);
            manifest.Replace($"\"bytes\": {was.Bytes.Length},\n      \"hash\": \"{was.Hash}",
                $"\"bytes\": {now.Bytes.Length},\n      \"hash\": \"{now.Hash}");
        }

        rewritten.Add(BundleFile.OfText(Bundle.ManifestPath, manifest.ToString()));

        _files.With("kept.zip", BundleZip.Write(rewritten)).Run("verify kept.zip").ShouldBe(0, _files.Output.ToString() + _files.Errors);
    }

    [Theory]
    [InlineData("agencies.csv", "hoang-sa,wards,,false", "hoang-sa,wards,,true", "agencies.csv:4")]
    [InlineData("declared.csv", "online,900", "online,901", "declared.csv:3")]
    [InlineData("figures.csv", "received,3", "received,8", "figures.csv:5")]
    [InlineData("verdicts.csv", "50/3", "50/7", "verdicts.csv:2")]
    [InlineData("datapackage.json", "\"bytes\": 238,", "\"bytes\": 239,", "agencies.csv#bytes")]
    [InlineData("results.csv", "16.67,2", "16.68,2", "results.csv:3")]
    [InlineData("criteria/wards.json", "\"from\": \"70\"", "\"from\": \"71\"", "criteria/wards.json#/method/tiers/good/from")]
    [InlineData("publication.json", "\"total\":\"27.78\"", "\"total\":\"27.88\"", "/correction/moved/hoa-vang/before/total")]
    [InlineData("publication.json", "\"value\":\"500\"", "\"value\":\"600\"", "/correction/moved/hai-chau/before/total")]
    public void A_changed_digit_in_any_of_its_files_is_named(string path, string said, string instead, string place)
    {
        List<BundleFile> changed = [.. BundleZip.Read(new MemoryStream(Kept(5))).Select(file =>
            file.Path == path ? BundleFile.OfText(path, Replaced(file.Text, said, instead)) : file)];

        _files.With("kept.zip", BundleZip.Write(changed)).Run("verify kept.zip").ShouldBe(1);

        _files.Output.ToString().Split('\n').ShouldContain(line => line.StartsWith(place + ": ", StringComparison.Ordinal));
    }

    private static string Replaced(string text, string said, string instead)
    {
        text.ShouldContain(said);
        return text.Replace(said, instead, StringComparison.Ordinal);
    }

    private static string Rewritten(BundleFile file) => file.Path switch
    {
        Bundle.ReadmePath => "# Lời giới thiệu khác\n",
        Bundle.PublicationPath => file.Text,
        _ when file.Path.EndsWith(".csv", StringComparison.Ordinal) => string.Concat(
            file.Text.TrimEnd('\n').Split('\n').Select((line, at) => (at == 0 ? "added," : "x,") + line + "\n")),
        _ => file.Text.Replace("  ", " ", StringComparison.Ordinal),
    };

    private static byte[] Kept(int form)
    {
        using var stream = typeof(KeptBundleTests).Assembly.GetManifestResourceStream($"form-{form}.zip")
            ?? throw new InvalidOperationException($"There is no bundle of form {form}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

using System.IO.Compression;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>Zip files made to deceive a reader, or to cost it more than a bundle does.</summary>
public sealed class HostileBundleTests : IDisposable
{
    private readonly AuditorFiles _files = new();
    private readonly IReadOnlyList<BundleFile> _bundle = Bundle.Of(SampleEdition.Of());

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_sample_cannot_pass_for_a_real_publication()
    {
        List<BundleFile> changed = [.. _bundle.Select(file => file.Path == Bundle.ManifestPath
            ? BundleFile.OfText(file.Path, file.Text.Replace("\"illustrative\": true", "\"illustrative\": false", StringComparison.Ordinal))
            : file)];

        Verify(BundleZip.Write(changed)).ShouldBe(1);

        _files.Output.ToString().ShouldContain("datapackage.json#/illustrative");
    }

    [Fact]
    public void A_manifest_names_no_other_version_than_its_publication()
    {
        List<BundleFile> changed = [.. _bundle.Select(file =>
            file.Path == Bundle.ManifestPath
                ? BundleFile.OfText(file.Path, file.Text.Replace("\"version\": \"1\"", "\"version\": \"2\"", StringComparison.Ordinal))
                : file)];

        Verify(BundleZip.Write(changed)).ShouldBe(1);

        _files.Output.ToString().ShouldContain("datapackage.json#/version");
    }

    [Theory]
    [InlineData("before the archive")]
    [InlineData("behind the archive")]
    [InlineData("between members")]
    public void Bytes_that_belong_to_no_file_are_refused(string where)
    {
        var zip = BundleZip.Write(_bundle);
        var hidden = BundleZip.Write([BundleFile.OfText("hidden.txt", "another publication")]);
        Verify(where switch
        {
            "before the archive" => [.. hidden, .. zip],
            "behind the archive" => [.. zip, .. "more"u8],
            _ => WithFirstMemberForgotten(),
        }).ShouldBe(2);

        _files.Errors.ToString().ShouldContain("zip");
    }

    [Fact]
    public void A_folder_with_content_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in _bundle)
                Add(zip, file.Path, file.Bytes.Span);
            Add(zip, "more/", "hidden"u8);
        }

        Verify(bytes.ToArray()).ShouldBe(2);

        _files.Errors.ToString().ShouldContain("more/");
    }

    [Theory]
    [InlineData(200, 1)]
    [InlineData(201, 2)]
    public void A_bundle_holds_at_most_200_files(int count, int exitCode)
    {
        var more = Enumerable.Range(0, count - _bundle.Count).Select(number => BundleFile.OfText($"more/{number}.txt", "x"));

        Verify(BundleZip.Write([.. _bundle, .. more])).ShouldBe(exitCode);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        var bomb = BundleZip.Write([new BundleFile("publication.json", new byte[200 << 20])]);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Should.Throw<BundleFault>(() => BundleZip.Read(new MemoryStream(bomb)));

        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(16L << 20);
    }

    [Fact]
    public void A_bomb_that_lies_about_its_size_costs_no_more_than_it_claims()
    {
        var bomb = BundleZip.Write([new BundleFile("publication.json", new byte[200 << 20])]);
        foreach (var field in new[] { 22, Directory(bomb) + 24 })
            BitConverter.TryWriteBytes(bomb.AsSpan(field), 1000).ShouldBeTrue();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Verify(bomb).ShouldBe(2);

        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(16L << 20);
    }

    [Theory]
    [InlineData("vi", "tệp zip")]
    [InlineData("en", "zip file")]
    public void A_refusal_speaks_the_readers_language(string culture, string words)
    {
        _files.With("b.zip", "no zip"u8.ToArray()).Run($"verify b.zip --lang {culture}").ShouldBe(2);

        _files.Errors.ToString().ShouldContain(words);
    }

    [Fact]
    public void The_digest_on_paper_is_compared()
    {
        _files.With("b.zip", BundleZip.Write(_bundle));
        var digest = _bundle.Single(file => file.Path == Bundle.PublicationPath).Hash["sha256:".Length..];

        _files.Run($"verify b.zip --digest {digest.ToUpperInvariant()}").ShouldBe(0, _files.Output.ToString());
        _files.Run($"verify b.zip --digest {new string('0', 64)}").ShouldBe(1);

        _files.Output.ToString().ShouldContain(new string('0', 64));
    }

    private int Verify(byte[] zip) => _files.With("b.zip", zip).Run("verify b.zip");

    // The directory no longer names the first member, whose bytes stay where they are.
    private byte[] WithFirstMemberForgotten()
    {
        var zip = BundleZip.Write([BundleFile.OfText("hidden.txt", "another publication"), .. _bundle]);
        var directory = Directory(zip);
        var length = 46 + BitConverter.ToUInt16(zip, directory + 28) + BitConverter.ToUInt16(zip, directory + 30)
            + BitConverter.ToUInt16(zip, directory + 32);
        byte[] shorter = [.. zip.AsSpan(0, directory), .. zip.AsSpan(directory + length)];
        var end = shorter.Length - 22;
        foreach (var field in new[] { 8, 10 })
            BitConverter.TryWriteBytes(shorter.AsSpan(end + field), (ushort)(BitConverter.ToUInt16(shorter, end + field) - 1))
                .ShouldBeTrue();
        BitConverter.TryWriteBytes(shorter.AsSpan(end + 12), BitConverter.ToInt32(shorter, end + 12) - length).ShouldBeTrue();
        return shorter;
    }

    private static int Directory(byte[] zip) => BitConverter.ToInt32(zip, zip.Length - 22 + 16);

    private static void Add(ZipArchive zip, string path, ReadOnlySpan<byte> bytes)
    {
        using var content = zip.CreateEntry(path).Open();
        content.Write(bytes);
    }
}

using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

public sealed class BundleTests : IDisposable
{
    private readonly AuditorFiles _files = new();
    private readonly PublishedEdition _edition = SampleEdition.Of();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_bundle_is_computed_again_to_the_same_table()
    {
        Verify(Bundle.Of(_edition)).ShouldBe(0, _files.Output.ToString());

        _files.Output.ToString().ShouldStartWith("identical" + Environment.NewLine);
        _files.Output.ToString().ShouldContain(CanonicalJson.Digest(PublishedEditionJson.Canonical(_edition)));
    }

    [Fact]
    public void The_same_publication_gives_the_same_bytes() =>
        BundleZip.Write(Bundle.Of(_edition)).ShouldBe(BundleZip.Write(Bundle.Of(PublishedEditionJson.Canonical(_edition))));

    [Fact]
    public void Scoring_the_files_of_a_bundle_gives_its_results() => Rescored(_edition).ShouldContain("hai-chau,wards");

    [Fact]
    public void Who_did_not_submit_and_is_left_out_has_no_result_and_the_bundle_is_computed_again_without_it()
    {
        var published = SampleEdition.Of(submittedByHaiChau: false, NotSubmittedPolicy.LeftOut);
        var group = published.Groups.ShouldHaveSingleItem();

        group.ResultOf("hai-chau").ShouldBeNull();
        group.ResultOf("hoa-vang").ShouldNotBeNull().Rank.ShouldBe(1);
        group.LeftOut.ShouldHaveSingleItem().Agency.ShouldBe("hai-chau");
        Verify(Bundle.Of(published)).ShouldBe(0, _files.Output.ToString());
        Rescored(published).ShouldNotContain("hai-chau");
    }

    [Fact]
    public void Who_did_not_submit_and_is_scored_is_ranked_as_anybody()
    {
        var published = SampleEdition.Of(submittedByHaiChau: false, NotSubmittedPolicy.Scored);

        published.Groups[0].ResultOf("hai-chau").ShouldNotBeNull().Rank.ShouldBe(1);
        published.Groups[0].LeftOut.ShouldBeEmpty();
        Verify(Bundle.Of(published)).ShouldBe(0, _files.Output.ToString());
        Rescored(published).ShouldContain("hai-chau,wards,100.00,73.33,73.33,1,good");
    }

    [Fact]
    public void Turning_the_mark_around_is_found()
    {
        var published = SampleEdition.Of(submittedByHaiChau: false, NotSubmittedPolicy.LeftOut);
        List<BundleFile> changed = [.. Bundle.Of(published).Select(file => file.Path == Bundle.PublicationPath
            ? BundleFile.OfText(file.Path, Replaced(file.Text, "\"submission\":\"notSubmitted\"", "\"submission\":\"submitted\"")) : file)];

        Verify(changed).ShouldBe(1);

        _files.Output.ToString().ShouldContain("/groups/wards/results/");
    }

    [Theory]
    [InlineData("figures.csv", "online,500", "online,501", "figures.csv:3")]
    [InlineData("declared.csv", "online,900", "online,901", "declared.csv:3")]
    [InlineData("publication.json", "\"online\":\"900\"", "\"online\":\"800\"", "/groups/wards/results/hai-chau/selfAssessed/total")]
    [InlineData("results.csv", "73.33,1", "93.33,1", "results.csv:2")]
    [InlineData("publication.json", "\"total\":\"73.33\"", "\"total\":\"93.33\"", "/groups/wards/results/hai-chau/total")]
    [InlineData("publication.json", "\"online\":\"500\"", "\"online\":\"800\"", "/groups/wards/results/hai-chau/total")]
    [InlineData("publication.json", "\"auditHead\"", "\"aside\":\"x\",\"auditHead\"", "/aside")]
    [InlineData("publication.json", "\"auditHead\"", " \"auditHead\"", "publication.json: ")]
    [InlineData("criteria/wards.json", "0.9", "0.8", "criteria/wards.json#/")]
    [InlineData("README.md", "dx-verify", "dx-trust", "README.md")]
    public void One_changed_digit_is_found(string path, string said, string instead, string place)
    {
        List<BundleFile> changed = [
            .. Bundle.Of(_edition).Select(file => file.Path == path ? BundleFile.OfText(path, Replaced(file.Text, said, instead)) : file)];

        Verify(changed).ShouldBe(1);

        _files.Output.ToString().ShouldNotStartWith("identical");
        _files.Output.ToString().ShouldContain(path + "#hash");
        _files.Output.ToString().ShouldContain(place);
    }

    [Fact]
    public void A_file_that_is_missing_or_strange_is_found()
    {
        Verify([.. Bundle.Of(_edition).Where(file => file.Path != "verdicts.csv"), BundleFile.OfText("more.csv", "x")]).ShouldBe(1);

        _files.Output.ToString().ShouldContain("verdicts.csv#hash");
        _files.Output.ToString().ShouldContain("more.csv#hash");
    }

    [Fact]
    public void What_is_no_bundle_is_refused()
    {
        _files.With("b.zip", "no zip"u8.ToArray()).Run("verify b.zip --lang en").ShouldBe(2);
        _files.With("b.zip", BundleZip.Write([BundleFile.OfText("x.txt", "x")])).Run("b.zip --lang en").ShouldBe(2);

        _files.Errors.ToString().ShouldContain("There is no publication.json in the bundle.");
    }

    [Fact]
    public void A_scorecard_of_a_bundle_is_explained()
    {
        _files.With("b.zip", BundleZip.Write(Bundle.Of(_edition)));

        _files.Run("explain b.zip --agency hai-chau --criterion A.1").ShouldBe(0, _files.Errors.ToString());

        _files.Output.ToString().ShouldContain("500/1.000 = 50%");
    }

    [Fact]
    public void Everything_of_a_publication_survives_writing_and_reading()
    {
        var document = new PublishedDocument(
            new("Thông báo", "Notice"), "123/TB-UBND", new(2026, 3, 31), new("Ủy ban nhân dân", "People’s Committee"), "IV");
        foreach (var each in new[] { _edition,
            _edition with { Document = document }, _edition with { Document = document with { Annex = null } } })
        {
            var canonical = PublishedEditionJson.Canonical(each);
            PublishedEditionJson.Canonical(PublishedEditionJson.Read(canonical)).ShouldBe(canonical);
            PublishedEditionJson.Read(canonical).Document.ShouldBe(each.Document);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_bundle_of_every_form_is_verified_and_only_the_newest_tells_what_was_amended(int form)
    {
        var published = _edition with { Amendments = form > 3 ? _edition.Amendments : null, Printed = form > 2 ? _edition.Printed : null };
        var bundle = Bundle.Of(published);

        PublishedEditionJson.Canonical(published).ShouldContain($"dx-index-publication/{form}");
        Verify(bundle).ShouldBe(0, _files.Errors.ToString());
        bundle.Single(file => file.Path == "README.md")
            .Text.Contains("Quyết định số 12/QĐ-UBND ngày 05/01/2026, áp dụng 05/01/2026: Trọng số cũ\n    - A.1: điểm tối đa 60 → 50.",
                StringComparison.Ordinal)
            .ShouldBe(form > 3);
    }

    [Fact]
    public void A_form_that_this_program_does_not_know_is_refused_by_its_name()
    {
        var first = PublishedEditionJson.Canonical(_edition)
            .Replace("dx-index-publication/4", "dx-index-publication/1", StringComparison.Ordinal);
        Should.Throw<FormatException>(() => PublishedEditionJson.Read(first)).Message.ShouldContain("dx-index-publication/1");
    }

    /// <summary>results.csv as dx-verify writes it from the other files; the bundle's own is the same.</summary>
    private string Rescored(PublishedEdition published)
    {
        foreach (var file in Bundle.Of(published))
            _files.With(file.Path.Replace("criteria/", "", StringComparison.Ordinal), file.Bytes.ToArray());
        var said = _files.Text("results.csv");
        _files.Run("score --criteria wards.json --figures figures.csv --agencies agencies.csv --verdicts verdicts.csv --out results.csv")
            .ShouldBe(0, _files.Errors.ToString());
        _files.Text("results.csv").ShouldBe(said);
        return said;
    }

    private int Verify(IReadOnlyList<BundleFile> bundle) => _files.With("b.zip", BundleZip.Write(bundle)).Run("verify b.zip");

    private static string Replaced(string text, string said, string instead)
    {
        text.ShouldContain(said);
        return text.Replace(said, instead, StringComparison.Ordinal);
    }
}

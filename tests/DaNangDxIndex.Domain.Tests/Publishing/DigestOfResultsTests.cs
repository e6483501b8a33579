using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>What is signed is the digest of the canonical text, though the text is never whole while it is taken.</summary>
public sealed class DigestOfResultsTests
{
    [Theory]
    [InlineData(NotSubmittedPolicy.LeftOut)]
    [InlineData(NotSubmittedPolicy.Scored)]
    public void It_is_that_of_the_text_of_the_results_as_one(NotSubmittedPolicy notSubmitted)
    {
        var edition = SampleEdition.Of(submittedByHaiChau: false, notSubmitted);
        var groups = PublishedEditionJson.Write(edition)["groups"];
        PublishedEditionJson.DigestOf(edition.Groups).ShouldBe(CanonicalJson.Digest(CanonicalJson.Write(groups)));
    }

    [Fact]
    public void Of_several_groups_and_of_none_too()
    {
        var edition = SampleEdition.Of();
        var twice = edition with { Groups = [.. edition.Groups, edition.Groups[0] with { Code = "others", Results = [] }] };
        PublishedEditionJson.DigestOf(twice.Groups)
            .ShouldBe(CanonicalJson.Digest(CanonicalJson.Write(PublishedEditionJson.Write(twice)["groups"])));
        PublishedEditionJson.DigestOf([]).ShouldBe(CanonicalJson.Digest("[]"));
    }
}

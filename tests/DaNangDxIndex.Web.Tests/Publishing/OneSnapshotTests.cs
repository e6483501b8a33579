using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Publishing;

/// <summary>What is looked at before signing was all true at one moment, whatever is written while the page is read.</summary>
public sealed class OneSnapshotTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("preview")]
    [InlineData("findings")]
    [InlineData("publish")]
    public async Task A_write_that_is_committed_between_two_reads_of_a_page_is_seen_by_none_of_them(string name)
    {
        var edition = await Signing.FinalAsync(app);
        await Signing.AcknowledgeAsync(app, edition);
        var signatory = await app.SignedInAsync(Role.Signatory);
        var path = $"/editions/{edition.Year}/{name}";
        var before = await ShownAsync(signatory.GetAsync(path));

        // The page has read the edition, and waits for its groups; figures, states and acknowledgements come after them.
        await using var writer = await HeldLock.ByAsync(app,
            "LOCK TABLE edition_group IN ACCESS EXCLUSIVE MODE; "
            + $"UPDATE figure_entry SET declared = '99' WHERE year = {edition.Year} AND figure = 'files-online'; "
            + $"UPDATE assessment SET state = 'submitted' WHERE year = {edition.Year} AND agency = '{RunningEdition.Third}'; "
            + $"DELETE FROM acknowledgement WHERE year = {edition.Year}");
        var opening = signatory.GetAsync(path);
        await writer.WaitedForAsync(1);
        await writer.CommitAsync();

        (await ShownAsync(opening)).ShouldBe(before);
        (await ShownAsync(signatory.GetAsync(path))).ShouldNotBe(before);
    }

    private static async Task<string> ShownAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await Visitor.ReadAsync(answer)).QuerySelector("main").ShouldNotBeNull().TextContent;
    }
}

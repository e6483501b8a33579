using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// One number for one notion: random assessments are driven through every place that prints a self-assessed, an appraised or a final
/// number, and every place must print the same.
/// </summary>
public sealed class EqualNumbersTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_place_prints_the_same_number(int seed)
    {
        var edition = await RandomEdition.AddAsync(app, seed, RandomEditionCriteria.Methods[seed], agencies: 6);
        var places = new Places(app, edition);
        foreach (var agency in edition.Agencies)
        {
            await places.ReadEntryAsync(agency);
            await places.ReadAppraisalAsync(agency, Places.Appraised);
        }

        await places.ReadPreviewAsync(Places.Appraised);
        await edition.SettleAsync();
        foreach (var agency in edition.Agencies)
        {
            await places.ReadAppraisalAsync(agency, Places.Final);
            await places.ReadHeardAsync(agency, published: false);
        }

        await places.ReadPreviewAsync(Places.Final);
        await PublishAsync(edition);
        await places.ReadTableAsync();
        await places.ReadMethodologyAsync();
        foreach (var agency in edition.Agencies)
        {
            await places.ReadHeardAsync(agency, published: true);
            await places.ReadPublishedAsync(agency);
        }

        MustAgree(places.Printed);
        places.Public.ShouldAllBe(
            text => edition.Agencies.All(agency => !text.Contains(edition.SentenceOf(agency), StringComparison.Ordinal)));
    }

    private static void MustAgree(IReadOnlyList<FoundNumber> printed)
    {
        printed.Count.ShouldBeGreaterThan(1500);
        foreach (var (notion, place) in new[]
        {
            (Places.Self, "PDF"), (Places.Final, "PDF"), (Places.Final, "XLSX"), (Places.Final, "CSV"), (Places.Final, "API own result"),
            (Places.Maximum, "methodology"), (Places.Maximum, "PDF"),
        })
            printed.ShouldContain(number => number.Notion == notion && number.Place == place && number.Number.Length > 0,
                $"{notion} in {place}");
        foreach (var place in new[] { "PDF", "XLSX", "CSV", "API standings", "API scorecard", "agency page" })
            printed.ShouldContain(number => number.Place == place && number.Of == "component:A" && number.Number.Length > 0,
                $"components in {place}");
        printed.Where(number => number.Of is null).ShouldAllBe(foundNumber => foundNumber.Number.Length > 0);
        var differing = from number in printed
                        group number by (number.Agency, number.Notion, number.Of) into same
                        where same.Select(foundNumber => foundNumber.Number).Distinct(StringComparer.Ordinal).Count() > 1
                        select $"{same.Key}: {string.Join(", ", same.Select(number => $"{number.Place} “{number.Text}”").Distinct())}";
        differing.ShouldBeEmpty();
    }

    private async Task PublishAsync(RandomEdition edition)
    {
        await Signing.AcknowledgeAsync(app, new RunningEdition(app, edition.Year));
        using var answer = await (await app.SignedInAsync(Role.Signatory)).SendFormAsync(
            $"/editions/{edition.Year}/publish", Signing.Decision(), "main form");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}

using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Scorecards;

/// <summary>Points that moved say why, and say it in public without anybody's sentence.</summary>
public sealed class ReasonsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Figure = "kê khai 4.447 hồ sơ, xác minh 4.361 hồ sơ. Lý do: Số liệu không khớp với hệ thống hoặc với tài liệu.";
    private const string Sentence = "86 hồ sơ nộp trực tiếp đã được tính";

    [Fact]
    public async Task No_criterion_of_the_published_demo_moved_without_a_reason()
    {
        var version = await app.InTenantAsync(
            "da-nang", services => services.GetRequiredService<PublishedEditions>().NewestAsync(2024, CancellationToken.None));
        var moved = (from @group in version.ShouldNotBeNull().Edition.Groups
                     from result in @group.Results
                     from points in result.Criteria
                     let self = result.SelfAssessed?.Of(points.Code)
                     where self?.Points is not null && self.Open is null && self.Points != points.Points
                     select (Group: @group, Entrant: @group.Entrant(result.Agency).ShouldNotBeNull(),
                         Criterion: @group.Criteria.Criterion(points.Code).ShouldNotBeNull())).ToList();

        moved.Count.ShouldBeGreaterThan(20);
        moved.Where(entrant => !entrant.Entrant.Decisions.ContainsKey(entrant.Criterion.Code)
                && !FigureCorrection.Of(entrant.Criterion, FigureCorrection.Of(entrant.Group.Criteria, entrant.Entrant)).Any())
            .Select(entrant => $"{entrant.Entrant.Agency} {entrant.Criterion.Code}").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_public_page_and_the_API_name_the_corrected_figure_and_its_reason_and_no_sentence()
    {
        var page = (await app.Visitor().OpenAsync("/editions/2024/agencies/p-my-an")).Body.ShouldNotBeNull().TextContent
            .Replace('\u00a0', ' ');
        page.ShouldContain(Figure);
        page.ShouldNotContain(Sentence);

        var text = await (await app.Visitor().GetApiAsync("editions/2024/agencies/p-my-an/scorecard")).Content.ReadAsStringAsync();
        text.ShouldNotContain(Sentence);
        var criteria = JsonNode.Parse(text)?["components"]?.AsArray().SelectMany(component => component?["criteria"]?.AsArray() ?? []);
        var corrected = criteria.ShouldNotBeNull().SelectMany(criterion => criterion?["corrections"]?.AsArray() ?? [])
            .Single(correction => (string?)correction?["figure"] == "files-online");
        ((string?)corrected?["declared"], (string?)corrected?["verified"], (string?)corrected?["reason"])
            .ShouldBe(("4447", "4361", "figureContradicted"));
    }
}

using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria.Notation;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Criteria;

/// <summary>The office writes a set by forms: what is saved though it lacks things, what is refused, who is overtaken.</summary>
public sealed class EditorTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Form = "form[data-live], form[method=post]:has([name=Seen])";

    [Fact]
    public async Task A_weight_is_changed_and_the_trail_has_both()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        (await SaveAsync(office, edition.Path + "/criterion/A.1", ("maximum", "62,5"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        CriteriaFile.Read(await edition.FileAsync())
            .Problems.ShouldHaveSingleItem().Message.En.ShouldContain("add up to 102.5, but the scale is 100");
        var entry = (await edition.TrailAsync()).ShouldHaveSingleItem();
        (entry.Verb, entry.Subject).ShouldBe(("criteria.change", $"editions/{edition.Year}/groups/small/criteria/A.1"));
        entry.Before.ShouldNotBeNull().ShouldContain("\"60\"");
        entry.After.ShouldNotBeNull().ShouldContain("\"62.5\"");
        (await office.OpenAsync(edition.Path)).QuerySelector(".missing").ShouldNotBeNull().TextContent.ShouldContain("102.5");
    }

    [Fact]
    public async Task A_set_is_written_from_nothing_and_may_lack_things_until_it_is_whole()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app, empty: true), await app.SignedInAsync(Role.Office));
        await SavedAsync(
            office, edition.Path + "/component", ("code", "A"), ("name.vi", "Nhóm một"), ("name.en", "One"), ("block", "base"));
        await SavedAsync(office, edition.Path + "/criterion", ("code", "1"), ("component", "A"), ("name.vi", "Cuộc họp"));
        (await office.OpenAsync(edition.Path + "/criterion/1")).QuerySelectorAll(".lack")
            .Select(lack => lack.TextContent).ShouldContain("Chưa có Điểm tối đa.");

        await SavedAsync(
            office, edition.Path + "/figure", ("code", "meetings"), ("name.vi", "Cuộc họp"), ("name.en", "Meetings"), ("kind", "count"));
        await SavedAsync(
            office, edition.Path + "/criterion/1", ("name.en", "Meetings"), ("maximum", "100"), ("pillar", "government"),
            ("rule.kind", "linear"), ("rule.of", "meetings"), ("rule.to", "4"), ("rule.target", "number"));
        await SavedAsync(
            office, edition.Path + "/method", ("name.en", "Small"), ("method.scale", "100"), ("method.tiers.0.code", "all"),
            ("method.tiers.0.name.vi", "Tất cả"), ("method.tiers.0.name.en", "All"), ("method.tiers.0.from", "0"));

        var set = await edition.SetAsync();
        set.Criterion("1").ShouldNotBeNull().Rule.ShouldBe(new Linear(new Quantity([new("meetings", false)], []), 0, 4));
        (await office.OpenAsync(edition.Path)).QuerySelector(".missing").ShouldBeNull();
    }

    [Fact]
    public async Task Trying_shows_the_rule_in_words_and_three_samples_and_saves_nothing()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        var page = await TryAsync(office, edition.Path + "/criterion/A.1", ("maximum", "10"), ("rule.to", "80%"));

        var preview = page.QuerySelector("#rule-preview").ShouldNotBeNull();
        preview.TextContent.ShouldContain("80%");
        preview.QuerySelectorAll("li").Select(sample => sample.TextContent.Replace('\u00A0', ' ').Split("→")[^1].Trim()).ShouldBe(
            ["0,00/10,00 điểm", "40/100 = 40%; 40/80 × 10 = 5,00 điểm", "10,00/10,00 điểm"]);
        (await edition.SetAsync()).Criterion("A.1").ShouldNotBeNull().Maximum.ShouldBe(60);
        (await edition.TrailAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rule_of_parts_is_built_by_the_form()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        await SavedAsync(
            office, edition.Path + "/criterion/A.2", ("rule.kind", "sum"),
            ("rule.parts.0.weight", "40%"), ("rule.parts.0.rule.kind", "steps"), ("rule.parts.0.rule.of", "plan"),
            ("rule.parts.0.rule.rows.0.key", "1"), ("rule.parts.0.rule.rows.0.share", "100%"),
            ("rule.parts.1.weight", "0,6"), ("rule.parts.1.rule.kind", "linear"), ("rule.parts.1.rule.of", "online / received"),
            ("rule.parts.1.rule.target", "number"), ("rule.parts.1.rule.to", "1"));

        var sum = (await edition.SetAsync()).Criterion("A.2").ShouldNotBeNull().Rule.ShouldBeOfType<Sum>().ShouldNotBeNull();
        sum!.Of.Select(part => part.Weight).ShouldBe([Fraction.Of(2, 5), Fraction.Of(3, 5)]);
        var shown = await office.OpenAsync(edition.Path + "/criterion/A.2");
        shown.QuerySelector<IHtmlInputElement>("[name='rule.parts.1.rule.of']").ShouldNotBeNull().Value.ShouldBe("online / received");
    }

    [Fact]
    public async Task A_rule_deeper_than_the_form_is_shown_whole_and_stays_whatever_else_is_saved()
    {
        const string Plan = """{ "linear": { "of": "plan", "from": 0, "to": 1 } }""";
        const string Sum = $$"""
            { "sum": { "parts": [
                { "weight": "40%", "rule": {{Plan}} }, { "weight": "60%", "rule": { "linear": { "of": "plan", "from": 0, "to": 2 } } } ] } }
            """;
        const string Deep = $$"""{ "best": [ {{Plan}}, { "best": [ {{Plan}}, { "best": [ {{Plan}}, {{Sum}} ] } ] } ] }""";
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        await edition.ChangeFileAsync(file => file["components"]![0]!["criteria"]![1]!["rule"] = JsonNode.Parse(Deep));
        var rule = (await edition.SetAsync()).Criterion("A.2").ShouldNotBeNull().Rule.ShouldNotBeNull();
        rule.Figures.Count().ShouldBe(5);

        var page = await office.OpenAsync(edition.Path + "/criterion/A.2");
        page.QuerySelectorAll("[name^='rule.']").ShouldBeEmpty();
        page.QuerySelector("#rule code").ShouldNotBeNull().TextContent.ShouldContain("60% × (tuyến tính plan: từ 0 đến 2)");
        page.QuerySelector("#rule a").ShouldNotBeNull().GetAttribute("href").ShouldNotBeNull().ShouldEndWith("/file");
        await SavedAsync(office, edition.Path + "/criterion/A.2", ("name.vi", "Tên mới"));
        await SavedAsync(office, edition.Path + "/criterion/A.2", ("maximum", "40"), ("rule.kind", "linear"), ("rule.of", "plan"));

        var kept = (await edition.SetAsync()).Criterion("A.2").ShouldNotBeNull();
        kept.Name.Vi.ShouldBe("Tên mới");
        RuleNotation.Write(kept.Rule.ShouldNotBeNull(), _ => null, "vi").ShouldBe(RuleNotation.Write(rule, _ => null, "vi"));
    }

    [Fact]
    public async Task A_problem_stands_beside_its_field_in_the_words_of_the_form()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        await SavedAsync(office, edition.Path + "/criterion/A.1", ("rule.of", "onlin / received"), ("name.en", ""));
        var page = await office.OpenAsync(edition.Path + "/criterion/A.1");

        page.QuerySelector("#rule_of-wrong").ShouldNotBeNull().TextContent.Trim().ShouldBe(
            "Không có số liệu nào mang mã “onlin”. Có phải là “online”?");
        page.QuerySelector("#name_en-wrong").ShouldNotBeNull().TextContent.Trim().ShouldBe("Chưa có bản tiếng Anh.");
    }

    [Fact]
    public async Task What_is_no_number_is_refused_beside_its_field_and_nothing_typed_is_lost()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        using var answer = await SaveAsync(office, edition.Path + "/criterion/A.1", ("maximum", "62.5"), ("name.vi", "Tên mới"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("#maximum-wrong").ShouldNotBeNull().TextContent.Trim().ShouldStartWith("Nhập 62,5 (dấu phẩy thập phân).");
        page.QuerySelector<IHtmlInputElement>("[name='name.vi']").ShouldNotBeNull().Value.ShouldBe("Tên mới");
        (await edition.TrailAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_overtaken_sees_what_stands_now_and_nothing_is_overwritten()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        var path = edition.Path + "/criterion/A.1";
        var old = FieldsOf(await office.OpenAsync(path));
        await SavedAsync(office, path, ("maximum", "70"));
        await SavedAsync(office, edition.Path + "/criterion/A.2", ("maximum", "30"));
        old["maximum"] = "50";
        using var answer = await office.PostAsync(path, old, path);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector(".govuk-inset-text").ShouldNotBeNull().TextContent.ShouldContain("70");
        page.QuerySelector<IHtmlInputElement>("[name=maximum]").ShouldNotBeNull().Value.ShouldBe("50");
        (await edition.SetAsync()).Criterion("A.1").ShouldNotBeNull().Maximum.ShouldBe(70);
    }

    [Fact]
    public async Task A_figure_with_a_new_code_goes_on_being_read_and_one_that_is_read_is_not_removed()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        using var refused = await office.PostAsync(edition.Path + "/figure/online?handler=Remove",
            FieldsOf(await office.OpenAsync(edition.Path + "/figure/online")), edition.Path + "/figure/online");
        (await Visitor.ReadAsync(refused)).QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent.ShouldContain(
            "Số liệu đang được dùng ở tiêu chí A.1.");

        await SavedAsync(office, edition.Path + "/figure/online", ("code", "files-online"));
        (await edition.SetAsync()).Criterion("A.1").ShouldNotBeNull().Rule.ShouldNotBeNull().Figures.ShouldBe(["files-online", "received"]);
        using var taken = await SaveAsync(office, edition.Path + "/figure/files-online", ("code", "plan"));
        (await Visitor.ReadAsync(taken)).QuerySelector("#code-wrong").ShouldNotBeNull()
            .TextContent.Trim().ShouldBe("Mã “plan” đã dùng. Chọn mã khác.");
    }

    [Fact]
    public async Task A_criterion_moves_up_and_is_removed_and_an_emptied_component_too()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        var forms = (await office.OpenAsync(edition.Path)).QuerySelectorAll<IHtmlFormElement>(".criteria-order form").ToList();
        var second = forms[1].QuerySelectorAll<IHtmlInputElement>("input[type=hidden]")
            .Where(input => input.Name is "criterion" or "seen").ToDictionary(input => input.Name!, input => input.Value);
        second["up"] = "true";
        await office.PostAsync(edition.Path + "?handler=Move", second, edition.Path);
        (await edition.SetAsync()).Criteria.Select(criterion => criterion.Code).ShouldBe(["A.2", "A.1"]);

        using var full = await RemoveAsync(office, edition.Path + "/component/A");
        (await Visitor.ReadAsync(full)).QuerySelector(".govuk-error-summary")
            .ShouldNotBeNull().TextContent.ShouldContain("Nhóm tiêu chí còn tiêu chí.");
        foreach (var path in (string[])["/criterion/A.1", "/criterion/A.2", "/component/A"])
            (await RemoveAsync(office, edition.Path + path)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.FileAsync()).ShouldContain("\"components\": []");
    }

    [Fact]
    public async Task Nobody_changes_the_criteria_of_an_edition_that_has_been_opened()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app, EditionStage.Open), await app.SignedInAsync(Role.Office));
        using var answer = await SaveAsync(office, edition.Path + "/criterion/A.1", ("maximum", "62,5"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-error-summary")
            .ShouldNotBeNull().TextContent.ShouldContain("không sửa trực tiếp được");
        (await edition.SetAsync()).Criterion("A.1").ShouldNotBeNull().Maximum.ShouldBe(60);
    }

    [Fact]
    public async Task The_committee_reads_and_does_not_change()
    {
        var (edition, signatory) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Signatory));
        var page = await signatory.OpenAsync(edition.Path);

        page.QuerySelectorAll("a[href*='/criterion/']").ShouldBeEmpty();
        (await signatory.GetAsync(edition.Path + "/criterion/A.1")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var moved = await signatory.PostAsync(edition.Path + "?handler=Move", new() { ["criterion"] = "A.2", ["up"] = "true" });
        (await edition.SetAsync()).Criteria.First().Code.ShouldBe("A.1");
        (await (await app.SignedInAsync(Role.Assessor)).GetAsync(edition.Path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task SavedAsync(Visitor office, string path, params (string Name, string Value)[] fields)
    {
        using var answer = await SaveAsync(office, path, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<HttpResponseMessage> SaveAsync(Visitor office, string path, params (string Name, string Value)[] fields) =>
        await office.PostAsync(path, Filled(await office.OpenAsync(path), fields), path);

    private static async Task<HttpResponseMessage> RemoveAsync(Visitor office, string path) =>
        await office.PostAsync(path + "?handler=Remove", FieldsOf(await office.OpenAsync(path)), path);

    private static async Task<IHtmlDocument> TryAsync(Visitor office, string path, params (string Name, string Value)[] fields)
    {
        using var answer = await office.PostAsync(path + "?handler=Try", Filled(await office.OpenAsync(path), fields), path);
        return await Visitor.ReadAsync(answer);
    }

    private static Dictionary<string, string> Filled(IHtmlDocument page, (string Name, string Value)[] fields)
    {
        var filled = FieldsOf(page);
        foreach (var (name, value) in fields)
            filled[name] = value;
        return filled;
    }

    /// <summary>Everything the form holds, as a browser would send it.</summary>
    private static Dictionary<string, string> FieldsOf(IHtmlDocument page)
    {
        var form = page.QuerySelector(Form).ShouldNotBeNull();
        return form.QuerySelectorAll("input, select, textarea").Select(field => field switch
        {
            IHtmlInputElement input => (input.Name, Value: (string?)input.Value),
            IHtmlSelectElement select => (select.Name, Value: select.Value),
            IHtmlTextAreaElement area => (area.Name, Value: area.Value),
            _ => (null, null),
        }).Where(field => !string.IsNullOrEmpty(field.Name)).GroupBy(field => field.Name!)
            .ToDictionary(same => same.Key, same => same.First().Value ?? "");
    }
}

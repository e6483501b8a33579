using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Hosting;

namespace DaNangDxIndex.Drills;

/// <summary>
/// What nobody asked for, sent along: who one is, what one may, how a thing stands. Neither a program's body nor a form makes anything of
/// it, at whatever address and by whomever.
/// </summary>
public sealed class ExtraFieldsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly (string Name, string Value)[] Extra =
    [
        ("tenantId", "00000000-0000-0000-0000-000000000001"), ("tenant", "khanh-hoa"),
        ("accountId", "00000000-0000-0000-0000-000000000002"),
        ("agency", "another-agency"), ("agencyCode", "another-agency"), ("role", "administrator"), ("roles", "administrator"),
        ("state", "final"), ("stage", "published"), ("points", "100"), ("total", "100"), ("accepted", "99"), ("tier", "1"), ("rank", "1"),
        ("version", "0"), ("disabled", "false"), ("isAdmin", "true"), ("by", "office@da-nang.demo"), ("leftOut", "false"),
        ("fourEyes", ""), ("secondFactor", ""), ("passwordHash", "x"), ("confirmed", "true"),
    ];

    /// <summary>What decides who somebody is and what stands: none of it is said by a body.</summary>
    private const string Decides = """
        SELECT md5(concat(
            (SELECT string_agg(concat(tenant_id, id, user_name, roles, agency_code, disabled, password_hash, two_factor_enabled), '|'
                ORDER BY tenant_id, id) FROM account),
            (SELECT string_agg(concat(tenant_id, year, agency, state, ranked, "group"), '|' ORDER BY tenant_id, year, agency)
                FROM assessment),
            (SELECT string_agg(concat(tenant_id, year, stage), '|' ORDER BY tenant_id, year) FROM edition),
            (SELECT string_agg(concat(tenant_id, year, agency, figure, declared, declared_by), '|'
                ORDER BY tenant_id, year, agency, figure) FROM figure_entry),
            (SELECT string_agg(concat(tenant_id, year, number, digest), '|' ORDER BY tenant_id, year, number) FROM publication),
            (SELECT string_agg(concat(id, slug, second_factor, four_eyes), '|' ORDER BY id) FROM tenant)))
        """;

    /// <summary>What rightly stands in a body, by the name of its field; a field that is not named here is left out.</summary>
    private static readonly Dictionary<string, JsonNode?> Right = new(StringComparer.Ordinal)
    {
        ["decide"] = "accept", ["points"] = null, ["reason"] = null, ["sentence"] = null, ["accept"] = true, ["value"] = null,
        ["question"] = "Số liệu này lấy từ đâu?", ["number"] = "12/BC", ["date"] = "2025-03-04", ["issuer"] = "Ủy ban nhân dân",
        ["title"] = "Báo cáo năm", ["done"] = true,
    };

    private static readonly string[] Accepts =
    [
        "PUT /api/v1/editions/{year:int}/agencies/{agency}/appraisal/verdicts/{criterion}",
        "PUT /api/v1/editions/{year:int}/agencies/{agency}/appraisal/figures/{figure}",
        "POST /api/v1/editions/{year:int}/agencies/{agency}/appraisal/questions/{criterion}",
        "POST /api/v1/agencies/{agency}/evidence/documents",
    ];

    [Fact]
    public async Task Beside_a_body_that_is_right_as_far_as_it_goes_they_are_nothing_at_any_address()
    {
        var edition = await RunningEdition.AddAsync(app);
        var (before, verdicts) = (await TestApp.AskAsync<string>(app.Superuser, Decides), await VerdictsAsync());
        var (sent, accepted) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = await app.SignedInAsync(role);
            var token = await person.TokenAsync("/accounts/password");
            foreach (var endpoint in (await Endpoints.OfAsync(app))
                .Where(endpoint => endpoint.Pattern.StartsWith("/api/", StringComparison.Ordinal)))
            {
                foreach (var method in endpoint.Methods.Where(method => method is "POST" or "PUT" or "PATCH"))
                {
                    using var request = new HttpRequestMessage(
                        new(method), new Uri($"/da-nang{Filled(endpoint, edition)}", UriKind.Relative))
                    {
                        Content = new StringContent(BodyFor(endpoint, method), Encoding.UTF8, "application/json"),
                    };
                    request.Headers.Add("RequestVerificationToken", token);
                    // A figure that was declared has had its first change.
                    var version = endpoint.Pattern.EndsWith("/appraisal/figures/{figure}", StringComparison.Ordinal) ? 1 : 0;
                    request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
                    using var answer = await person.Http.SendAsync(request);
                    sent++;
                    ((int)answer.StatusCode).ShouldBeLessThan(500, RandomRequest.Told(request));
                    if (answer.IsSuccessStatusCode)
                        accepted.Add($"{method} {endpoint.Pattern}");
                }
            }
        }
        sent.ShouldBeGreaterThan(100);
        Accepts.Except(accepted).ShouldBeEmpty(string.Join('\n', accepted));
        (await TestApp.AskAsync<string>(app.Superuser, Decides)).ShouldBe(before, string.Join('\n', accepted));
        (await VerdictsAsync()).Except(verdicts).ShouldBe([$"da-nang {edition.Year} {RunningEdition.Agency} A.1 1 accept  "]);
        (await TestApp.ListAsync(app.Superuser, $"""
            SELECT concat(agency, ' ', figure, ' ', accepted) FROM figure_entry WHERE year = {edition.Year} AND accepted_at IS NOT NULL
            """)).ShouldBe([$"{RunningEdition.Agency} files-received 100"]);
    }

    private Task<List<string>> VerdictsAsync() => TestApp.ListAsync(app.Superuser, """
        SELECT concat(slug, ' ', year, ' ', agency, ' ', criterion, ' ', round, ' ', decision, ' ', points, ' ', sentence)
            FROM verdict JOIN tenant ON id = tenant_id
        """);

    [Fact]
    public async Task Beside_a_figure_that_is_rightly_saved_they_change_neither_whose_it_is_nor_how_it_stands()
    {
        var edition = await Assessments.OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var token = await assessor.TokenAsync($"{edition.Path}/components/A");
        var body = JsonNode.Parse(Body()).ShouldNotBeNull().AsObject();
        body["value"] = "12";
        body["declared"] = "77";
        using var request = new HttpRequestMessage(HttpMethod.Patch, new Uri(
            $"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/figures/files-received", UriKind.Relative))
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        using var answer = await assessor.Http.SendAsync(request);

        (answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync()).Item1.ShouldBeTrue();
        (await TestApp.ListAsync(app.Superuser, $"""
            SELECT concat(agency, ' ', figure, ' ', declared, ' ', accepted) FROM figure_entry WHERE year = {edition.Year}
            """)).ShouldBe([$"{edition.Agency} files-received 12 "]);
        (await edition.AssessmentAsync()).State.ShouldBe(Assessments.AssessmentState.Entering);
    }

    [Fact]
    public async Task Beside_a_form_that_is_rightly_sent_they_make_nobody_more_than_they_are()
    {
        var administrator = await app.SignedInAsync(Role.AgencyAdministrator);
        var own = await TestApp.AskAsync<string>(
            app.Superuser, "SELECT agency_code FROM account WHERE user_name = 'agencyAdministrator@da-nang.demo'");
        using var answer = await administrator.SendFormAsync("/accounts/edit", new(
            Extra.SelectMany(extra => new[] { extra.Name, $"Input.{extra.Name}", $"Account.{extra.Name}" }
                .Where(name => name is not ("Input.agency" or "Input.roles")).Select(name => KeyValuePair.Create(name, extra.Value))))
        {
            ["Input.UserName"] = "extra-fields", ["Input.FullName"] = "Người mới", ["Input.Roles"] = "assessor",
        }, People.Form);

        (await TestApp.ListAsync(app.Superuser, """
            SELECT concat(roles, ' ', agency_code, ' ', password_hash IS NULL) FROM account WHERE user_name = 'extra-fields'
            """)).ShouldBe([$"{{assessor}} {own} t"], $"{answer.StatusCode}");
    }

    private static string Body() => JsonSerializer.Serialize(
        Extra.ToDictionary(extra => extra.Name, extra => extra.Value, StringComparer.Ordinal));

    /// <summary>What is right for the fields that the address takes, and all that it does not take.</summary>
    private static string BodyFor(Endpoints endpoint, string method)
    {
        var path = Endpoints.Filled(endpoint.Pattern, (name, _) => $"{{{name}}}");
        var schema = Described["paths"]?[path]?[method.ToLowerInvariant()]?["requestBody"]?["content"]?["application/json"]?["schema"];
        if (schema?["$ref"]?.GetValue<string>() is { } reference)
            schema = Described["components"]?["schemas"]?[reference.Split('/')[^1]];
        var taken = schema?["properties"]?.AsObject().Select(property => property.Key).ToHashSet(StringComparer.Ordinal) ?? [];
        var body = JsonNode.Parse(Body()).ShouldNotBeNull().AsObject();
        foreach (var name in taken)
        {
            body.Remove(name);
            if (Right.TryGetValue(name, out var value))
                body[name] = value?.DeepClone();
        }
        return body.ToJsonString();
    }

    private static readonly JsonNode Described =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "openapi.json"))).ShouldNotBeNull();

    private static string Filled(Endpoints endpoint, RunningEdition edition) => Endpoints.Filled(endpoint.Pattern, (name, _) => name switch
    {
        "year" => $"{edition.Year}",
        "agency" => RunningEdition.Agency,
        "code" => "so-tttt",
        "group" => "small",
        "criterion" => "A.1",
        "figure" => "files-received",
        "id" or "piece" => Guid.Empty.ToString(),
        _ => "1",
    });
}

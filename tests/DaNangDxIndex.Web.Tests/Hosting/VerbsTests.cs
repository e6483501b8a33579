using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>The program started with a verb.</summary>
public sealed class VerbsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_trail_is_verified_and_one_of_a_tenant_that_is_not_there_is_not_said_to_hold()
    {
        var (code, told) = await RunAsync("audit", "verify", "da-nang");
        code.ShouldBe(0, told);
        told.ShouldContain("da-nang: ");

        (code, told) = await RunAsync("audit", "verify", "da-nagn");
        code.ShouldBe(2);
        told.ShouldContain("Không có tỉnh, thành phố nào là da-nagn.");
    }

    [Fact]
    public async Task What_a_verb_says_is_Vietnamese_unless_English_is_asked_for()
    {
        (await RunAsync("audit", "verify", "da-nang")).Told.ShouldContain(" đầu chuỗi đã công bố khớp");
        (await RunAsync("audit", "verify", "da-nang", "--lang", "en")).Told.ShouldContain(" published heads agree");
        (await RunAsync("tenant", "second-factor", "da-nang", "none")).ShouldBe((2, "Chưa đặt ConnectionStrings__DxOwner.\n"));
        (await RunAsync("tenant", "second-factor", "da-nang", "none", "--lang", "en"))
            .ShouldBe((2, "ConnectionStrings__DxOwner is not set.\n"));
        (await RunAsync("evidence", "verify", "da-nagn", "--lang", "en")).ShouldBe((2, "There is no tenant da-nagn.\n"));
    }

    [Theory]
    [InlineData(0, "help")]
    [InlineData(0, "--help")]
    [InlineData(2, "tenants")]
    [InlineData(2, "tenant", "move", "da-nang")]
    public async Task Who_asks_for_help_or_mistypes_a_verb_reads_which_verbs_there_are(int expected, params string[] words)
    {
        var (code, told) = await ProgramVerb.RunAsync(Settings(app.Application, ""), words);
        code.ShouldBe(expected, told);
        told.ShouldStartWith("dx   ");
        told.ShouldContain("thêm tỉnh, thành phố và quản trị viên đầu tiên");
        (await RunAsync([.. words, "--lang", "en"])).Told.ShouldContain("adds a province or city and its first administrator");
    }

    [Fact]
    public async Task A_trail_is_compared_with_a_head_from_paper_and_what_is_no_head_is_not_said_to_agree()
    {
        var head = (await TestApp.ListAsync(app.Superuser, """
            SELECT number || ':' || encode(hash, 'hex') FROM audit_head JOIN tenant ON tenant.id = tenant_id WHERE slug = 'da-nang'
            """)).Single();
        var (code, told) = await RunAsync("audit", "verify", "da-nang", "--head", head);
        (code, told.Contains(", 1 trên giấy khớp", StringComparison.Ordinal)).ShouldBe((0, true), told);

        var other = head[..^1] + (head[^1] == '0' ? '1' : '0');
        (code, told) = await RunAsync("audit", "verify", "da-nang", "--head", head, "--head", other, "--lang", "en");
        (code, told.Contains("The chain was rewritten", StringComparison.Ordinal)).ShouldBe((1, true), told);

        (code, told) = await RunAsync("audit", "verify", "da-nang", "--head", head[..^1]);
        (code, told.Contains("không phải đầu chuỗi", StringComparison.Ordinal)).ShouldBe((2, true), told);
        (await RunAsync("audit", "verify", "--head", head)).Code.ShouldBe(2);
    }

    [Fact]
    public async Task A_tenant_is_added_to_a_database_that_was_empty_until_now_and_its_administrator_gets_a_link()
    {
        var (postgres, database) = await TestCluster.EmptyAsync();
        var (application, owner) = (postgres.Connection("dx_app", database), postgres.Connection("dx_owner", database));

        var (code, told) = await RunOnAsync(
            application, owner, "tenant", "add", "lao-cai", "--vi", "Tỉnh Lào Cai", "--en", "Lao Cai Province", "--kind", "province");
        code.ShouldBe(0, told);
        told.ShouldContain("/lao-cai/vi/accounts/reset?token=");
        (await TestApp.AskAsync<string>(owner, "SELECT array_to_string(second_factor, ' ') FROM tenant")).ShouldBe(
            "office signatory administrator", "the second proof is compulsory unless the operator says otherwise");

        (code, told) = await RunOnAsync(
            application, owner, "tenant", "add", "Lao_Cai", "--vi", "Tỉnh", "--en", "Province", "--kind", "province");
        (code, told.Trim()).ShouldBe(
            (2, "“Lao_Cai” không dùng được trong địa chỉ: dùng 3 đến 40 chữ thường a đến z, chữ số và dấu gạch nối, ví dụ lao-cai."));
        (await TestApp.ListAsync(owner, "SELECT slug FROM tenant")).ShouldBe(["lao-cai"]);
    }

    private Task<(int Code, string Told)> RunAsync(params string[] words) => RunOnAsync(app.Application, "", words);

    private static Task<(int Code, string Told)> RunOnAsync(string application, string owner, params string[] words) =>
        ProgramVerb.RunHereAsync(Settings(application, owner), words);

    private static Dictionary<string, string> Settings(string application, string owner) =>
        new(StringComparer.Ordinal) { ["ConnectionStrings__Dx"] = application, ["ConnectionStrings__DxOwner"] = owner };
}

using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// A null character is in no text that people type; whoever sends one is told that the request is wrong, not that we have failed.
/// </summary>
public sealed class BadTextTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task In_a_form_it_is_a_bad_request() =>
        (await app.Visitor().SendFormAsync("/accounts/sign-in",
            new() { ["UserName"] = "no\0body", ["Password"] = "wrong wrong wrong" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task In_an_address_it_is_a_bad_request() =>
        (await (await app.SignedInAsync(Role.Auditor)).GetAsync("/audit?subject=editions%00")).StatusCode
            .ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task In_the_address_of_the_api_it_is_a_bad_request() =>
        (await app.Visitor().GetApiAsync("editions/2023/standings?group=wards%00")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
}

using System.Net;
using System.Text;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Accounts;

/// <summary>What was typed at length comes through every step of the sign-in as well.</summary>
public sealed partial class SecondFactorTests
{
    [Fact]
    public async Task Twenty_reasons_of_a_thousand_letters_come_through_password_and_code_to_the_form_they_were_typed_into()
    {
        var edition = await OpenEdition.AddAsync(app);
        await (await app.SignedInAsync(Role.Assessor)).SendFormAsync($"{edition.Path}/check", [], "form[action*=Ask]");
        var administrator = await app.SignedInAsync(Role.Administrator);
        using var added = await administrator.AddAsync("at-length", "approver", edition.Agency);
        await app.Visitor().ChooseAsync(await People.LinkAsync(added), Chosen);
        var (_, codes, _) = await SetUpAsync(await app.SignInAsync("at-length", Chosen));

        var visitor = app.Visitor();
        using var signIn = await LongForm.SendAsync(visitor, $"{edition.Path}/check?handler=SendBack", LongForm.Typed());
        signIn.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var wrong = await LongForm.SendAsync(visitor, "/accounts/sign-in", await LongForm.FieldsAsync(signIn, "#Password",
            ("UserName", "at-length"), ("Password", "not the password")));
        using var half = await LongForm.SendAsync(visitor, "/accounts/sign-in", await LongForm.FieldsAsync(wrong, "#Password",
            ("UserName", "at-length"), ("Password", Chosen)));
        half.StatusCode.ShouldBe(HttpStatusCode.OK);
        const string Step = "/accounts/sign-in?handler=Code";
        using var refused = await LongForm.SendAsync(visitor, Step, await LongForm.FieldsAsync(half, "#Code", ("Code", "000000")));
        using var done = await LongForm.SendAsync(visitor, Step, await LongForm.FieldsAsync(refused, "#Code", ("Code", codes[0])));

        await LongForm.ComesBackAsync(visitor, edition, done);
    }

    [Fact]
    public void Whatever_a_form_of_the_longest_size_holds_comes_through()
    {
        var kept = app.Services.GetRequiredService<KeptFields>();
        foreach (var letter in new[] { "ế", "a", "\"", "\u0001", "😀", "\r\n" })
        {
            var sent = Uri.EscapeDataString(letter);
            var value = new StringBuilder().Insert(0, letter, (SentFields.LongestForm - 2) / sent.Length).ToString();
            var sealedFields = kept.Seal(new("/da-nang/vi/work", [new("a", value)]), Guid.Empty).ShouldNotBeNull(sent);
            kept.Open(sealedFields, Guid.Empty).ShouldNotBeNull().Fields[0].Value.ShouldBe(value);
        }
        var fields = Enumerable.Range(0, 1024).Select(number => new SentFields.Field("a", new string('\u0001', 64))).ToList();
        kept.Seal(new("/da-nang/vi/work", fields), Guid.Empty).ShouldNotBeNull();
    }

    [Fact]
    public async Task No_other_field_of_the_sign_in_and_no_other_page_takes_a_longer_text()
    {
        var visitor = app.Visitor();
        var longer = new string('a', 20_001);
        (await visitor.SendFormAsync("/accounts/sign-in", new() { ["UserName"] = longer })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.PostAsync("/accounts/reset", new() { ["Kept"] = longer }, "/accounts/sign-in"))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.SendFormAsync("/accounts/sign-in", new() { ["Kept"] = new string('a', KeptFields.Longest + 1) }))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}

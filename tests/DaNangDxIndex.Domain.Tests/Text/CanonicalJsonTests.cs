using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace DaNangDxIndex.Text;

public class CanonicalJsonTests
{
    /// <summary>The sorting example of RFC 8785, section 3.2.3.</summary>
    [Fact]
    public void Members_stand_in_the_order_of_their_utf16_units()
    {
        var value = JsonNode.Parse(
            """{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""");

        CanonicalJson.Write(value)
            .ShouldBe("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With "
                + "Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /// <summary>The string example of RFC 8785, section 3.2.2.2, beside literals and nesting.</summary>
    [Fact]
    public void Only_what_must_be_escaped_is_escaped()
    {
        var value = JsonNode.Parse(
            """{ "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false], "empty": [{}, []], "n": -12 }""");

        CanonicalJson.Write(value).ShouldBe("""{"empty":[{},[]],"literals":[null,true,false],"n":-12,"string":"€$\u000f\nA'B\"\\\\\"/"}""");
    }

    [Theory]
    [InlineData("98.06")]
    [InlineData("1e3")]
    [InlineData("9007199254740992")]
    public void A_number_that_two_programs_could_print_differently_is_refused(string number) =>
        Should.Throw<FormatException>(() => CanonicalJson.Write(JsonNode.Parse($$"""{"total":{{number}}}""")))
            .Message.ShouldContain("$.total");

    [Fact]
    public void Writing_again_what_was_written_changes_nothing() =>
        Prop.ForAll<string[]>(texts =>
        {
            var value = new JsonObject();
            foreach (var text in texts.OfType<string>().Where(text => text.All(unit => !char.IsSurrogate(unit))))
                value[text] = new JsonArray(text, text.Length);
            var canonical = CanonicalJson.Write(value);
            CanonicalJson.Write(JsonNode.Parse(canonical)).ShouldBe(canonical);
        }).QuickCheckThrowOnFailure();
}

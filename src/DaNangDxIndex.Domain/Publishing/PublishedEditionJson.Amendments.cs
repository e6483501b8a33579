using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <content>What was amended after the edition had opened, written and read.</content>
public static partial class PublishedEditionJson
{
    private static JsonObject Write(PublishedAmendment amendment) => new()
    {
        ["number"] = amendment.Number,
        ["group"] = amendment.Group,
        ["signedAt"] = Instant.Write(amendment.SignedAt),
        ["document"] = Maybe(amendment.Document, document => new JsonObject
        {
            ["kind"] = Write(document.Kind), ["number"] = document.Number, ["date"] = Day(document.Date),
        }),
        ["reason"] = amendment.Reason,
        ["changes"] = Array(amendment.Changes, Write),
        ["moved"] = Array(amendment.Moved, moved => new JsonObject
        {
            ["agency"] = moved.Agency,
            ["name"] = Write(moved.Name),
            ["before"] = moved.Before,
            ["after"] = moved.After,
            ["rankBefore"] = moved.RankBefore,
            ["rankAfter"] = moved.RankAfter,
        }),
    };

    private static PublishedAmendment ReadAmendment(JsonElement json) => new(
        Need(json, "number").GetInt32(),
        MaybeText(json, "group"),
        Instant.Read(Text(json, "signedAt")),
        Maybe(json, "document", document => new AmendmentDocument(
            ReadBilingual(document, "kind"), Text(document, "number"), ReadDay(document, "date"))),
        Text(json, "reason"),
        Items(json, "changes", change => new Bilingual(Text(change, "vi"), Text(change, "en"))),
        Items(json, "moved", moved => new MovedAgency(
            Text(moved, "agency"), ReadBilingual(moved, "name"), Text(moved, "before"), Text(moved, "after"), Whole(moved, "rankBefore"),
                Whole(moved, "rankAfter"))));

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly ReadDay(JsonElement json, string name) =>
        DateOnly.ParseExact(Text(json, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

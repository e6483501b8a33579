using System.Text.Json.Nodes;
using DaNangDxIndex.Commendations;
using DaNangDxIndex.Papers;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Documents.Commendation;

/// <summary>The list on paper: who is put forward with the reason, who comes next, and who is passed over.</summary>
public sealed class CommendationPaper(IStringLocalizer<DocumentTexts> texts, CurrentTenant tenant)
{
    private const string Format = "dx-index-commendation/1";

    public Paper Of(DocumentedVersion documented, ProposedCommendations.Proposal proposal)
    {
        var letterhead = tenant.Required.Letterhead;
        var edition = documented.Edition;
        return new(
            Addresses.Language, letterhead.Authority.ForReader().ToUpperInvariant(), texts["Commendation.Issuer"],
            texts["Commendation.PlaceAndDate", letterhead.Place.ForReader()], texts["Commendation.Number"],
            texts["Commendation.Kind"], texts["Commendation.PaperTitle", edition.Year], DigestOf(documented, proposal))
        {
            Draft = documented.Marks.Count == 0 ? null : $"({string.Join(" - ", documented.Marks.Select(mark => mark.ForReader()))})",
            Parts =
            [
                new Paper.Paragraph(texts["Commendation.Opening", edition.Year, edition.Number,
                    edition.Document?.Citation.ForReader() ?? texts[documented.Draft ? "Of.Unpublished" : "Of.Sample"].Value]),
                .. proposal.Lists.SelectMany((list, place) => PartsOf(list, place + 1)),
            ],
            Signatures = [texts["Commendation.Drafter"], texts["Commendation.Head"]],
        };
    }

    private IEnumerable<Paper.Part> PartsOf(CommendationList list, int number)
    {
        yield return new Paper.Heading(
            $"{number}. {list.Rule.Honour}: {list.Group.Name.ForReader()} ({list.Rule.InWords.ForReader()})");
        if (list.PutForward.Count == 0)
            yield return new Paper.Paragraph(texts["Commendation.Nobody"]);
        else
            yield return new Paper.Table(
                [
                    new(texts["Commendation.Place"], 0.8, Centred: true), new(texts["Commendation.Agency"], 4),
                    new(texts["Commendation.Reason"], 5),
                ],
                [.. list.PutForward.Select((commended, place) =>
                    new Paper.Row([$"{place + 1}", commended.Name.ForReader(), commended.Reason.ForReader()]))]);
        foreach (var line in NotesOn(list))
            yield return new Paper.Paragraph(line);
    }

    private IEnumerable<string> NotesOn(CommendationList list)
    {
        if (list.FirstOut.Count > 0)
            yield return texts["Commendation.FirstOutIs", Joined(list.FirstOut)];
        if (list.PassedOver.Count > 0)
            yield return texts["Commendation.PassedOverAre", Joined(list.PassedOver)];
        if (list.Incomparable > 0)
            yield return texts["Commendation.Incomparable", list.Incomparable];
    }

    /// <summary>The same list under other rules, or of another version, is another paper.</summary>
    private static string DigestOf(DocumentedVersion documented, ProposedCommendations.Proposal proposal) =>
        CanonicalJson.Digest(CanonicalJson.Write(new JsonObject
        {
            ["format"] = Format,
            ["edition"] = documented.Edition.Year,
            ["number"] = documented.Edition.Number,
            ["version"] = documented.Draft ? null : documented.Version.Digest,
            ["lists"] = new JsonArray([.. proposal.Lists.Select(ToldOf)]),
        }));

    private static JsonNode ToldOf(CommendationList list) => new JsonObject
    {
        ["group"] = list.Group.Code,
        ["honour"] = list.Rule.Honour,
        ["rule"] = list.Rule.InWords.Vi,
        ["putForward"] = ToldOf(list.PutForward),
        ["firstOut"] = ToldOf(list.FirstOut),
        ["passedOver"] = ToldOf(list.PassedOver),
        ["incomparable"] = list.Incomparable,
    };

    private static JsonArray ToldOf(IEnumerable<Commended> agencies) =>
        new([.. agencies.Select(told => new JsonObject { ["agency"] = told.Agency, ["reason"] = told.Reason.Vi })]);

    private static string Joined(IEnumerable<Commended> all) =>
        string.Join("; ", all.Select(commended => $"{commended.Name.ForReader()} ({commended.Reason.ForReader()})"));
}

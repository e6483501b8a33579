using System.Text.Json.Nodes;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// All that an agency answers to the first appraisal, and what its approver signs by sending it. The digest covers exactly this, so a
/// change of
/// one letter is another digest.
/// </summary>
public sealed record AgencyReplies(int Year, string Agency, IReadOnlyList<Reply> All)
{
    private const string Format = "dx-index-replies/1";

    /// <summary>Pieces that go with the replies, in the order in which they were attached.</summary>
    public IReadOnlyList<Piece> Pieces { get; init; } = [];

    /// <summary>A piece attached to a criterion that is replied to, after the form was handed in.</summary>
    /// <param name="Line">What it is, down to the revision and its content.</param>
    public sealed record Piece(Guid Attachment, string Criterion, string Line);

    /// <summary>Codes of the criteria that are replied to.</summary>
    public IReadOnlySet<string> Criteria => All.Select(reply => reply.Criterion).ToHashSet(StringComparer.Ordinal);

    public Reply? To(string criterion) => All.SingleOrDefault(reply => string.Equals(reply.Criterion, criterion, StringComparison.Ordinal));

    /// <summary>SHA-256, lower-case hex, of the RFC 8785 text of all replies.</summary>
    public string Digest => CanonicalJson.Digest(CanonicalJson.Write(Signed()));

    private JsonObject Signed()
    {
        var signed = WithoutPieces();
        // Replies without pieces have the digest that they had before there were any.
        if (Pieces.Count > 0)
            signed["evidence"] = new JsonArray([.. Pieces.Select(piece => JsonValue.Create($"{piece.Criterion} {piece.Line}"))]);
        return signed;
    }

    private JsonObject WithoutPieces() => new()
    {
        ["format"] = Format,
        ["edition"] = Year,
        ["agency"] = Agency,
        ["replies"] = new JsonObject(All.Select(reply => KeyValuePair.Create<string, JsonNode?>(reply.Criterion, new JsonObject
        {
            ["sentence"] = reply.Sentence,
            ["claims"] = new JsonObject(reply.Claims.Select(claim => KeyValuePair.Create<string, JsonNode?>(claim.Key, claim.Value))),
        }))),
    };

    /// <summary>What is sent is what was on screen.</summary>
    /// <exception cref="ChangedMeanwhile"><c>replies.stale-digest</c></exception>
    public void RequireSeen(string digest)
    {
        if (!string.Equals(digest, Digest, StringComparison.Ordinal))
            throw new ChangedMeanwhile("replies.stale-digest", new(
                "Nội dung giải trình đã thay đổi sau khi mở trang; chưa gửi gì. Kiểm tra lại rồi gửi.",
                "The replies have changed since you opened this page. Nothing was sent; check them and send again."));
    }
}

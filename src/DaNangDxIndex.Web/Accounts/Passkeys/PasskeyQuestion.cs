using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Accounts.Passkeys;

/// <summary>What a browser is asked to let a passkey sign.</summary>
/// <param name="Options">Of <c>navigator.credentials</c>, as JSON.</param>
/// <param name="State">What we have to know again with the answer, sealed: nothing is kept of a question that nobody answers.</param>
public sealed record PasskeyQuestion(string Options, string State)
{
    public string Json => new JsonObject { ["options"] = JsonNode.Parse(Options), ["state"] = State }
        .ToJsonString(JsonSerializerOptions.Web);

    /// <summary>It has been answered.</summary>
    internal sealed class Row(byte[] hash, DateTimeOffset answeredAt)
    {
        public byte[] Hash { get; private set; } = hash;

        public DateTimeOffset AnsweredAt { get; private set; } = answeredAt;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Row>
    {
        public void Configure(EntityTypeBuilder<Row> builder)
        {
            builder.ToTable("passkey_question");
            builder.HasKey(row => row.Hash);
        }
    }
}

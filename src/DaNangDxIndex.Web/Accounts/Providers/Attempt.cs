using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>Somebody is on the way to a provider and back: what we remember of it, sealed.</summary>
/// <param name="Browser">Digest of the cookie: the answer counts only in the browser that left.</param>
/// <param name="Back">The address that was told to the provider.</param>
/// <param name="Links">Whose account is to be linked, with the stamp and the session of that moment; null where somebody signs in.</param>
/// <param name="Anew">Somebody who is signed in shows again who they are, before something is signed.</param>
/// <param name="Kept">What was typed before, sealed (<see cref="KeptFields"/>).</param>
internal sealed record Attempt(
    Guid Provider, string Browser, string Nonce, string Verifier, string Back, DateTimeOffset Left, Attempt.Link? Links, bool Anew,
    string? ReturnUrl, string? Kept)
{
    public sealed record Link(Guid Account, string Stamp, Guid Session);

    /// <summary>As it is kept, until it is taken.</summary>
    internal sealed class Row(byte[] stateHash, DateTimeOffset beganAt, string content)
    {
        public byte[] StateHash { get; private set; } = stateHash;

        public DateTimeOffset BeganAt { get; private set; } = beganAt;

        public string Content { get; private set; } = content;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Row>
    {
        public void Configure(EntityTypeBuilder<Row> builder)
        {
            builder.ToTable("sign_in_attempt");
            builder.HasKey(row => row.StateHash);
        }
    }
}

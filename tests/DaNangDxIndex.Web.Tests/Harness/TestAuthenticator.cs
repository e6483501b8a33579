using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DaNangDxIndex.Harness;

/// <summary>
/// A device with one passkey and the browser that speaks for it: an ES256 key, no attestation. What it says can be bent, as a thief, a
/// copied key or another site would.
/// </summary>
internal sealed class TestAuthenticator : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _handle = "";

    public string Origin { get; set; } = "https://localhost";

    public uint Counter { get; set; }

    /// <summary>It has seen its person's finger, face or PIN.</summary>
    public bool Verifies { get; set; } = true;

    /// <summary>Signs with this key instead of its own.</summary>
    public ECDsa? Forged { get; set; }

    public string Id => Base64Url.EncodeToString(_id);

    /// <summary>The answer to a question by which a passkey is made.</summary>
    public string Create(JsonNode options)
    {
        _handle = options["user"]?["id"]?.GetValue<string>() ?? "";
        var data = AuthenticatorData(options["rp"]?["id"], attested: true);
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8,
            0x58, (byte)data.Length, .. data];
        return Answer(new() { ["clientDataJSON"] = Said("webauthn.create", options), ["attestationObject"] = Text(attestation) });
    }

    /// <summary>The answer to a question by which its person signs in.</summary>
    public string Get(JsonNode options)
    {
        Counter += Counter == 0 ? 0u : 1;
        var data = AuthenticatorData(options["rpId"], attested: false);
        var said = Said("webauthn.get", options);
        var signature = (Forged ?? _key).SignData(
            [.. data, .. SHA256.HashData(Base64Url.DecodeFromChars(said))], HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new()
        {
            ["clientDataJSON"] = said, ["authenticatorData"] = Text(data), ["signature"] = Text(signature), ["userHandle"] = _handle,
        });
    }

    public void Dispose() => _key.Dispose();

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Id, ["rawId"] = Id, ["type"] = "public-key", ["clientExtensionResults"] = new JsonObject(), ["response"] = response,
    }.ToJsonString();

    private string Said(string type, JsonNode options) => Text(JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = options["challenge"]?.GetValue<string>(), origin = Origin, crossOrigin = false }));

    private byte[] AuthenticatorData(JsonNode? site, bool attested)
    {
        var flags = (byte)(0x01 | (Verifies ? 0x04 : 0) | (attested ? 0x40 : 0));
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        byte[] head = [.. SHA256.HashData(Encoding.UTF8.GetBytes(site?.GetValue<string>() ?? "")), flags, .. counter];
        var point = _key.ExportParameters(false).Q;
        return attested
            ? [.. head, .. new byte[16], 0, (byte)_id.Length, .. _id,
                0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X ?? [], 0x22, 0x58, 0x20, .. point.Y ?? []]
            : head;
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}

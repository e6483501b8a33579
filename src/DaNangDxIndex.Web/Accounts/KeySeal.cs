using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// Seals the keys of sign-ins, which lie in the database and so in every backup of it, with a secret that does not: DX_KEYS, one or more
/// times 32 bytes in base64. The first seals, all open, so that secrets can be changed. AES-256-GCM.
/// </summary>
internal sealed class KeySeal : IXmlEncryptor
{
    private const int Bytes = 32;
    private const int Nonce = 12;
    private const int Tag = 16;
    private const int Head = Nonce + Tag;
    private static readonly XNamespace OfFramework = "http://schemas.asp.net/2015/03/dataProtection";
    private readonly List<(string Name, byte[] Secret)> _secrets;

    private KeySeal(IEnumerable<byte[]> secrets) =>
        _secrets = [.. secrets.Select(secret => (Convert.ToHexStringLower(SHA256.HashData(secret))[..8], secret))];

    public bool IsSetUp => _secrets.Count > 0;

    /// <summary>Of the secret that seals; a secret's name is the beginning of its digest and tells nothing of it.</summary>
    public string Name => _secrets[0].Name;

    /// <exception cref="CannotStart"/>
    public static KeySeal Of(string? setting)
    {
        var words = (setting ?? "").Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var secrets = new List<byte[]>();
        foreach (var word in words)
        {
            var secret = new byte[Bytes];
            if (!Convert.TryFromBase64String(word, secret, out var length) || length != Bytes)
                throw new CannotStart("DX_KEYS holds 32 random bytes in base64, one secret to a line: head -c 32 /dev/urandom | base64");
            secrets.Add(secret);
        }
        return new(secrets);
    }

    public bool Opens(string name) => _secrets.Exists(secret => secret.Name == name);

    /// <summary>With which secret a key is sealed; null where it lies in clear.</summary>
    public static string? NameOf(XElement key) => SealedPart(key)?.Attribute("with")?.Value;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(Seal(plaintextElement), typeof(OpenSeal));

    public XElement Open(XElement part)
    {
        var name = part.Attribute("with")?.Value ?? "";
        var secret = _secrets.Find(known => known.Name == name).Secret
            ?? throw new CryptographicException($"DX_KEYS does not hold the secret {name}.");
        var box = Convert.FromBase64String(part.Value);
        var plain = new byte[box.Length - Head];
        using var aes = new AesGcm(secret, Tag);
        aes.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Head), box.AsSpan(Nonce, Tag), plain, Encoding.UTF8.GetBytes(name));
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    /// <summary>The same key, sealed with the first secret: one that lies in clear, and one that an earlier secret had sealed.</summary>
    public XElement Again(XElement key)
    {
        var sealedAnew = new XElement(key);
        var secret = SealedPart(sealedAnew)?.Parent
            ?? sealedAnew.Descendants().First(part => part.Attribute(OfFramework + "requiresEncryption") is not null);
        var plain = SealedPart(sealedAnew) is { } part ? Open(part) : secret;
        secret.ReplaceWith(new XElement(OfFramework + "encryptedSecret",
            new XAttribute("decryptorType", typeof(OpenSeal).AssemblyQualifiedName ?? ""), Seal(plain)));
        return sealedAnew;
    }

    private XElement Seal(XElement plain)
    {
        var (name, secret) = _secrets[0];
        var content = Encoding.UTF8.GetBytes(plain.ToString(SaveOptions.DisableFormatting));
        var box = new byte[Head + content.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(secret, Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), content, box.AsSpan(Head), box.AsSpan(Nonce, Tag), Encoding.UTF8.GetBytes(name));
        return new XElement("sealed", new XAttribute("with", name), Convert.ToBase64String(box));
    }

    private static XElement? SealedPart(XElement key) => key.Descendants("sealed").FirstOrDefault();

    /// <summary>The framework makes it by the name that stands beside what was sealed.</summary>
    internal sealed class OpenSeal(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<KeySeal>().Open(encryptedElement);
    }
}

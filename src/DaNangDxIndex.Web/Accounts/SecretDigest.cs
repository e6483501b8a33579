using System.Security.Cryptography;
using System.Text;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// What is kept of a secret that a machine drew: of a link, a program's token, a code, the state of a talk. They have so much chance in
/// them that nobody finds them by trying, so one round without salt is enough; passwords, which people choose, have
/// <see cref="PasswordHashes"/>.
/// </summary>
internal static class SecretDigest
{
    public static byte[] Of(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

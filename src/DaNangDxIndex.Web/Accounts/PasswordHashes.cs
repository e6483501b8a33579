using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// PBKDF2 with SHA-512. Vietnamese keyboards write "ế" as one character or as three: the password is
/// brought to one form first, or it would open the account from one machine and not from another.
/// </summary>
internal sealed class PasswordHashes(int rounds = PasswordHashes.Rounds)
    : PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = rounds }))
{
    public const int Rounds = 220_000;

    public override string HashPassword(Account user, string password) =>
        base.HashPassword(user, password.Normalize(NormalizationForm.FormC));

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, providedPassword.Normalize(NormalizationForm.FormC));
}

using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Accounts.SecondFactor;

/// <summary>
/// The secret that the page of the set-up shows and that nobody has confirmed yet. Whoever scans it, and then opens the page anew, is shown
/// the same for a while: the browser bears it, sealed for this person, so that nothing of it is kept here and another person who signs in
/// at the same browser is offered another.
/// </summary>
public sealed class OfferedSecret(SecretSeal seal, IHttpContextAccessor http, CurrentTenant tenant)
{
    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Secrets are offered to a request.");

    // No sign-in: public answers are kept for browsers that bear it.
    private string Name => $"__Host-dxo-{tenant.Required.Slug}";

    /// <param name="sent">As the form brought it back; it goes before what the browser bears.</param>
    /// <returns>What the app reads, and the same sealed, for the form.</returns>
    public (string Secret, string Sealed) To(Guid account, string? sent)
    {
        foreach (var known in new[] { sent, Http.Request.Cookies[Name] }.OfType<string>())
        {
            if (seal.Offered(account, known) is { } pending)
                return (pending, known);
        }

        return Anew(account);
    }

    /// <summary>One that nobody has seen: the last one is in use now.</summary>
    public (string Secret, string Sealed) Anew(Guid account)
    {
        var secret = seal.New();
        var offer = seal.Offer(account, secret);
        // Not prolonged when it is shown again: the seal ends at its hour, whatever the browser keeps.
        Http.Response.Cookies.Append(Name, offer, new()
        {
            Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = SecretSeal.OfferLives,
        });
        return (secret, offer);
    }
}

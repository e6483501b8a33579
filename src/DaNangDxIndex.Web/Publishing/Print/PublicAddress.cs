namespace DaNangDxIndex.Publishing;

/// <summary>The address that paper leads to. Never the host of the request: anybody can send one, and it would stand on paper.</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    public Uri Of(string path) => new(Host, path);

    private Uri Host => configuration["DX_PUBLIC_URL"] is { Length: > 0 } named
        ? new Uri(named)
        : Uri.TryCreate(configuration["DX_URLS"]?.Split(';')[0], UriKind.Absolute, out var served)
            ? served
            : new Uri("http://127.0.0.1:5080");
}

using DaNangDxIndex.Accounts;

namespace DaNangDxIndex.Homes;

/// <summary>
/// What awaits somebody in one role: what, how much, until when, what happens after, and the one button that leads there.
/// </summary>
/// <param name="What">The work in one sentence; or, where nothing is to be done, that.</param>
public sealed record Duty(Role Role, string What)
{
    /// <summary>False: nothing is to be done now, and <see cref="After"/> says when there will be.</summary>
    public bool IsOwed => Button is not null;

    public string? HowMuch { get; init; }

    public string? Until { get; init; }

    public string? After { get; init; }

    /// <summary>What somebody has said: why it came back.</summary>
    public string? Note { get; init; }

    /// <summary>How much of it is done.</summary>
    public (int Done, int Of)? Bar { get; init; }

    public Way? Button { get; init; }

    public IReadOnlyList<Way> Also { get; init; } = [];

    public sealed record Way(string Text, string Href);
}

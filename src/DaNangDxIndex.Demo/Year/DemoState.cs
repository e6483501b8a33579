namespace DaNangDxIndex.Demo;

/// <summary>How far one agency has come in the running edition of the demo: a row of states-2025.csv.</summary>
/// <param name="Agency">Its code.</param>
/// <param name="State">"entering", "extended", "awaiting", "submitted", "returned", "appraising" or "final".</param>
/// <param name="Components">How many components it has filled in, the first ones.</param>
/// <param name="Days">How many days before the demo's first start it handed in.</param>
/// <param name="Reason">Why it was extended; or the criteria that it was returned for: "2.1: … | 5.2: …".</param>
public sealed record DemoState(string Agency, string State, int Components, int Days, string? Reason)
{
    private static readonly string[] AskedForApproval = ["awaiting", "submitted", "returned", "appraising", "final"];

    public static IReadOnlyList<DemoState> Of(DemoEdition edition) => edition is not { Tenant: "da-nang", Year: 2025 } ? [] :
        [.. DemoFile.Rows("Year/states-2025.csv").Select(row => new DemoState(
            row["agency"], row["state"], row.Number("components") ?? 0, row.Number("days") ?? 0, row.Maybe("reason")))];

    /// <summary>By criterion what is to be completed.</summary>
    public static IReadOnlyDictionary<string, string?> Named(string reason) => reason.Split(" | ")
        .Select(part => part.Split(": ", 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1], StringComparer.Ordinal);

    public bool IsAskedForApproval => AskedForApproval.Contains(State, StringComparer.Ordinal);

    public bool IsSubmitted => IsAskedForApproval && State is not "awaiting";
}

using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Audit;

/// <summary>
/// Adds entries to the trail. The entry is saved by the use case's own SaveChangesAsync, in the same transaction as the
/// change it tells of: neither is ever there without the other.
/// </summary>
public sealed class AuditTrail(DxIndexDb db, CurrentAccount account, IHttpContextAccessor http, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <param name="verb">Stable, dotted, lower-case: "figure.declare".</param>
    /// <param name="subject">What it was done to, as in its address: "editions/2025/agencies/w25-hai-chau/figures/files-online".</param>
    /// <param name="before">What stood there, as a small object of what changed; null where nothing did.</param>
    /// <param name="after">What stands there now; null where it is gone.</param>
    public void Add(string verb, string subject, object? before, object? after) =>
        Add(verb, subject, before, after, account.Id, account.NameInTrail);

    /// <summary>For acts without a signed-in person: a sign-in that failed, a command, demo data.</summary>
    public void Add(string verb, string subject, object? before, object? after, Guid? by, string name) => db.Set<WaitingEntry>().Add(new()
    {
        At = InMicroseconds(clock.GetUtcNow()),
        AccountId = by,
        AccountName = name,
        Verb = verb,
        Subject = subject,
        Before = Write(before),
        After = Write(after),
        RequestId = http.HttpContext?.TraceIdentifier,
        Ip = AddressOf(http.HttpContext),
    });

    private static IPAddress? AddressOf(HttpContext? http) => http?.Connection.RemoteIpAddress is not { } address
        ? null
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string? Write(object? value) => value is null ? null : JsonSerializer.Serialize(value, Json);

    private static DateTimeOffset InMicroseconds(DateTimeOffset time) =>
        new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}

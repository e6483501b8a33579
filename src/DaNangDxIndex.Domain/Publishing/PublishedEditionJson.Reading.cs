using System.Text;
using System.Text.Json;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <content>Reading, form by form and member by member; what is missing or of another kind is named.</content>
public static partial class PublishedEditionJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="FormatException">The text is not a publication of a known form; the message says what is missing or
    /// wrong.</exception>
    public static PublishedEdition Read(string json) => Read(Encoding.UTF8.GetBytes(json), Strict);

    /// <summary>One that this program has written, which names no member twice.</summary>
    /// <exception cref="FormatException">As of the other.</exception>
    public static PublishedEdition Read(ReadOnlyMemory<byte> canonical) => Read(canonical, default);

    private static PublishedEdition Read(ReadOnlyMemory<byte> utf8, JsonDocumentOptions options)
    {
        try
        {
            var text = new CutText(utf8, options);
            using var document = JsonDocument.Parse(text.Frame, options);
            var publication = document.RootElement;
            if (publication.ValueKind != JsonValueKind.Object)
                throw UnreadablePublication.None();
            return Text(publication, "format") switch
            {
                Form2 => ReadForm2(publication, text),
                Form3 => ReadForm3(publication, text),
                Form4 => ReadForm4(publication, text),
                Form5 => ReadForm5(publication, text),
                Form6 => ReadForm6(publication, text),
                var other => throw UnreadablePublication.OtherForm(other, Form2, Form6),
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException
            || fault is FormatException and not BundleFault)
        {
            throw UnreadablePublication.None(fault);
        }
    }

    /// <summary>One of the forms before, whose entrants may name criteria that the agency answered for.</summary>
    private static PublishedEdition ReadForm6(JsonElement json, CutText text) =>
        Find(json, "correction") is null ? ReadUncorrected(json, text) : ReadForm5(json, text);

    private static PublishedEdition ReadForm5(JsonElement json, CutText text) =>
        ReadUncorrected(json, text) with { Correction = ReadCorrection(Need(json, "correction")) };

    /// <summary>A version may be one of an edition that held no amendments or printed figures.</summary>
    private static PublishedEdition ReadUncorrected(JsonElement json, CutText text) =>
        Find(json, "printed") is null ? ReadForm2(json, text)
            : Find(json, "amendments") is null ? ReadForm3(json, text) : ReadForm4(json, text);

    private static PublishedEdition ReadForm4(JsonElement json, CutText text) =>
        ReadForm3(json, text) with { Amendments = Items(json, "amendments", ReadAmendment) };

    private static PublishedEdition ReadForm3(JsonElement json, CutText text)
    {
        var edition = ReadForm2(json, text);
        return edition with
        {
            Printed = ReadPrinted(Need(json, "printed"), edition.Year),
            Groups = [.. edition.Groups.Zip(
                Items(json, "groups", group => group), (read, group) => read with { Break = Maybe(group, "break", ReadBreak) })],
        };
    }

    private static PublishedEdition ReadForm2(JsonElement json, CutText text) => new()
    {
        Tenant = ReadTenant(Need(json, "tenant")),
        Year = Need(json, "edition").GetInt32(),
        Series = ReadSeries(Need(json, "series")),
        Number = Need(json, "number").GetInt32(),
        Document = Maybe(json, "document", ReadDocument),
        PublishedAt = Instant.Read(Text(json, "publishedAt")),
        AuditHead = Text(json, "auditHead"),
        Illustrative = Flag(json, "illustrative"),
        Groups = Items(json, "groups", new GroupReading(text).Read),
    };

    private static PublishedTenant ReadTenant(JsonElement json) =>
        new(Text(json, "slug"), ReadBilingual(json, "name"), ReadBilingual(json, "authority"), ReadBilingual(json, "place"));

    private static Series ReadSeries(JsonElement json) => 
        new Series(Text(json, "code")).Named(ReadBilingual(json, "name"), ReadBilingual(json, "name"));

    private static PublishedDocument ReadDocument(JsonElement json) => new(
        ReadBilingual(json, "kind"),
        Text(json, "number"),
        ReadDay(json, "date"),
        ReadBilingual(json, "issuer"),
        MaybeText(json, "annex"));

    private static Bilingual ReadBilingual(JsonElement json, string name)
    {
        var text = Need(json, name);
        return new Bilingual(Text(text, "vi"), Text(text, "en"));
    }

    private static Bilingual? MaybeBilingual(JsonElement json, string name) => Find(json, name) is null ? null : ReadBilingual(json, name);

    private static T? Maybe<T>(JsonElement json, string name, Func<JsonElement, T> read)
        where T : class => Find(json, name) is { } value ? read(value) : null;

    private static T[] Items<T>(JsonElement json, string name, Func<JsonElement, T> read)
    {
        var array = Need(json, name);
        var items = new T[array.GetArrayLength()];
        foreach (var (place, item) in array.EnumerateArray().Index())
        {
            items[place] = item.ValueKind == JsonValueKind.Object
                ? read(item)
                : throw UnreadablePublication.NoObject(name);
        }

        return items;
    }

    private static T Word<T>(JsonElement value)
        where T : struct, Enum => Enum.Parse<T>(value.GetString() ?? "", ignoreCase: true);

    private static int? Whole(JsonElement json, string name) => Find(json, name)?.GetInt32();

    private static Fraction Number(JsonElement json, string name) => Fraction.Parse(Text(json, name));

    private static Fraction? MaybeNumber(JsonElement json, string name) => Find(json, name) is null ? null : Number(json, name);

    private static bool Flag(JsonElement json, string name) => Need(json, name).GetBoolean();

    private static string Text(JsonElement json, string name) =>
        Need(json, name).GetString() ?? throw UnreadablePublication.Empty(name);

    private static string? MaybeText(JsonElement json, string name) => Find(json, name)?.GetString();

    private static JsonElement Need(JsonElement json, string name) =>
        Find(json, name) ?? throw UnreadablePublication.Missing(name);

    /// <summary>Null where it is missing, and where it is null.</summary>
    private static JsonElement? Find(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DaNangDxIndex.Criteria.Drafting;

/// <summary>
/// One change of a draft, by one person, to one element. It knows what it was made from (<see cref="Seen"/>), so that two people who change
/// the same element do not overwrite each other, while those who change different ones never meet.
/// </summary>
/// <param name="Seen">Digest of the element that was on screen; empty for a new one.</param>
public abstract record DraftEdit(string Seen)
{
    /// <summary>Stable, for the trail: "criterion", "figure".</summary>
    public abstract string Subject { get; }

    /// <summary>The element as it stands now; null where there is none.</summary>
    public abstract JsonNode? Current(CriteriaDraft draft);

    /// <summary>The element as it is to stand; null where it goes.</summary>
    public abstract JsonNode? Wanted { get; }

    /// <summary>Makes the change.</summary>
    /// <exception cref="RuleViolation"><c>criteria.code-taken</c>, <c>criteria.figure-read</c>, <c>criteria.component-filled</c>,
    /// <c>criteria.too-many</c></exception>
    public abstract void Apply(CriteriaDraft draft);

    /// <summary>True where somebody else changed the element after it was shown.</summary>
    public bool IsOvertaken(CriteriaDraft draft) => DigestOf(Current(draft)) != Seen;

    /// <summary>What a form carries along to say what it was filled in from.</summary>
    public static string DigestOf(JsonNode? element) =>
        element is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(element.ToJsonString())).AsSpan(0, 12));

    private protected static void RequireFree(string code, string was, Func<string, JsonObject?> find)
    {
        if (code != was && find(code) is not null)
            throw new RuleViolation("criteria.code-taken", new(
                $"Mã “{code}” đã dùng. Chọn mã khác.",
                $"The code “{code}” is taken. Choose another."));
    }

    private protected static void RequireRoom(int count, int most)
    {
        if (count >= most)
            throw new RuleViolation("criteria.too-many", new(
                $"Nhiều nhất {most} mục. Bỏ bớt trước khi thêm.",
                $"At most {most} are possible. Remove one first."));
    }

    private protected static void Put(JsonArray list, JsonObject? old, JsonObject element)
    {
        if (old is null)
            list.Add((JsonNode)element);
        else
            list[list.IndexOf(old)] = element;
    }
}

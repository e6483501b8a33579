using DaNangDxIndex.Accounts;
using DaNangDxIndex.Wordprocessing;

namespace DaNangDxIndex.Documents;

/// <summary>What a template must hold and what it may: every fault is named at once.</summary>
internal static class TemplateRules
{
    /// <exception cref="RuleViolation"><c>template.not-office</c></exception>
    public static void RequireOffice(Actor actor)
    {
        if (!actor.Is(Role.Office))
            throw new RuleViolation("template.not-office", new(
                "Chỉ cơ quan thường trực được thay mẫu văn bản.", "Only the standing office changes the templates."));
    }

    /// <exception cref="RuleViolation"><c>template.fields</c>, and those of <see cref="DocxRefusal"/></exception>
    public static void RequireFields(TemplateKind kind, byte[] file)
    {
        var held = DocxTemplate.Open(file).Fields;
        var known = TemplateField.All.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = held.Where(name => !known.Contains(name)).ToList();
        var missing = TemplateField.Required(kind)
            .Where(field => !TemplateField.InPlaceOf(field).Intersect(held, StringComparer.Ordinal).Any()).ToList();
        if (unknown.Count == 0 && missing.Count == 0)
            return;
        var vi = Told(unknown, "Trường không có trong danh sách").Concat(Told(missing, "Thiếu trường bắt buộc"));
        var en = Told(unknown, "Unknown fields").Concat(Told(missing, "Required fields are missing"));
        throw new RuleViolation("template.fields", new(
            $"{string.Join(' ', vi)} Sửa mẫu theo danh sách trường dưới đây rồi tải lên lại.",
            $"{string.Join(' ', en)} Change the template by the list of fields below and upload it again."));
    }

    private static IEnumerable<string> Told(List<string> names, string what) =>
        names.Count == 0 ? [] : [$"{what}: {string.Join(", ", names.Take(20).Select(name => "{{" + name + "}}"))}."];
}

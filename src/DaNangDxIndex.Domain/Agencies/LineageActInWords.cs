using DaNangDxIndex.Text;

namespace DaNangDxIndex.Agencies;

/// <summary>An act in one sentence, with the names that the agencies bore at the time, and the document behind it.</summary>
public static class LineageActInWords
{
    public static Bilingual InWords(this LineageAct act, IReadOnlyCollection<Agency> agencies, IReadOnlyCollection<AgencyBefore> before)
    {
        var happened = Happened(act, Named(act.From, act.Day.AddDays(-1)), Named(act.To, act.Day));
        return new(
            $"Từ ngày {VietNamTime.Day(act.Day, "vi")}: {happened.Vi} ({act.Document}, ngày {VietNamTime.Day(act.DocumentDate, "vi")}).",
            $"From {VietNamTime.Day(act.Day, "en")}: {happened.En} ({act.Document}, {VietNamTime.Day(act.DocumentDate, "en")}).");

        List<Bilingual> Named(IReadOnlyList<string> codes, DateOnly day) =>
            [.. codes.Select(code => agencies.FirstOrDefault(agency => agency.Code == code) is { } agency
                ? AgencyBefore.NameOn(agency, before, day)
                : new(code, code))];
    }

    private static Bilingual Happened(LineageAct act, List<Bilingual> from, List<Bilingual> to)
    {
        var (fromVi, fromEn, toVi, toEn) = (List(from, "vi"), List(from, "en"), List(to, "vi"), List(to, "en"));
        return act.Kind switch
        {
            LineageActKind.Found => new($"thành lập {toVi}", $"{toEn} was founded"),
            LineageActKind.Rename => new($"đổi tên {fromVi} thành {toVi}", $"{fromEn} was renamed {toEn}"),
            LineageActKind.Move => new($"chuyển khối hoặc cơ quan chủ quản của {fromVi}", $"{fromEn} moved to another group or parent"),
            LineageActKind.Merge => from.Count == 1
                ? new($"sáp nhập {fromVi} vào {toVi}", $"{fromEn} joined {toEn}")
                : new($"hợp nhất {fromVi} thành {toVi}", $"{fromEn} merged into {toEn}"),
            LineageActKind.Split => new($"tổ chức lại {fromVi}, thành lập {toVi}", $"{fromEn} was divided: {toEn} came out of it"),
            LineageActKind.Dissolve => new($"kết thúc hoạt động {fromVi}", $"{fromEn} ended"),
        };
    }

    private static string List(List<Bilingual> names, string language) => names.Count <= 1
        ? string.Concat(names.Select(name => name.In(language)))
        : string.Join(", ", names.Take(names.Count - 1).Select(name => name.In(language)))
            + (language == "en" ? " and " : " và ") + names[^1].In(language);
}

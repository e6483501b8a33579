namespace DaNangDxIndex.Publishing.OnPaper;

/// <summary>A place of a printed file as a person reads it: "Tiêu chí 1.1, điểm thẩm định". Other places are given as they are.</summary>
public static class PaperPlaceInWords
{
    private static readonly Dictionary<string, Bilingual> Words = new(StringComparer.Ordinal)
    {
        ["tenant"] = new("Tỉnh, thành phố", "City or province"),
        ["edition"] = new("Năm đánh giá", "Year assessed"),
        ["number"] = new("Bản công bố số", "Publication"),
        [PaperPlace.Agency] = new("Cơ quan, đơn vị", "Agency"),
        [PaperPlace.Group] = new("Khối", "Group"),
        [PaperPlace.Name] = new("tên", "name"),
        [PaperPlace.Total] = new("Tổng điểm", "Total"),
        [PaperPlace.SelfTotal] = new("Tổng điểm tự đánh giá", "Self-assessed total"),
        [PaperPlace.Rank] = new("Thứ hạng", "Rank"),
        [PaperPlace.RankBefore] = new("Thứ hạng kỳ trước", "Rank in the edition before"),
        [PaperPlace.Tier] = new("Xếp loại", "Tier"),
        [PaperPlace.Code] = new("Mã tra cứu", "Verification code"),
        [PaperPlace.Digest] = new("Mã băm SHA-256", "SHA-256 digest"),
        [PaperPlace.AuditHead] = new("Chuỗi nhật ký", "Audit chain"),
        [PaperPlace.Maximum] = new("điểm tối đa", "maximum"),
        [PaperPlace.Self] = new("điểm tự đánh giá", "self-assessed points"),
        [PaperPlace.Final] = new("điểm thẩm định", "final points"),
        [PaperPlace.Figure] = new("số liệu", "figure"),
        [PaperPlace.Target] = new("mục tiêu", "target"),
    };

    public static Bilingual Of(string place, PublishedEdition edition) => place.Split('/') switch
    {
        [var what] when Words.TryGetValue(what, out var words) => words,
        ["criteria", var code, var what] when Words.TryGetValue(what, out var words) =>
            new($"Tiêu chí {code}, {words.Vi}", $"Criterion {code}, {words.En}"),
        ["components", var code, var what] when Words.TryGetValue(what, out var words) =>
            new($"Nhóm tiêu chí {code}, {words.Vi}", $"Component {code}, {words.En}"),
        ["standings", var agency, var what] when Words.TryGetValue(what, out var words) => OfLine(agency, words, edition),
        _ => new(place, place),
    };

    private static Bilingual OfLine(string agency, Bilingual what, PublishedEdition edition)
    {
        var name = edition.GroupOf(agency)?.NameOf(agency) ?? new(agency, agency);
        return new($"{name.Vi}: {Small(what.Vi)}", $"{name.En}: {Small(what.En)}");
    }

    private static string Small(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}

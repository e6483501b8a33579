using DaNangDxIndex.Text;

namespace DaNangDxIndex.Appraisal;

/// <summary>Marks as lists and sentences say them.</summary>
public static class LookMarksInWords
{
    public static Bilingual InWords(this LookMark mark) => mark switch
    {
        LookMark.AskedNotApplicable => new("đề nghị không áp dụng", "asks for not applicable"),
        LookMark.Stale => new("số liệu đã thay đổi sau khi thẩm định", "figure changed after the decision"),
        LookMark.OpenedAgain => new("mở lại", "reopened"),
        LookMark.RepliedTo => new("có giải trình", "replied to"),
        LookMark.Returned => new("đã trả lại để chỉnh sửa", "returned to be mended"),
        LookMark.AnsweredReturn => new("đã trả lại, cơ quan có trả lời", "returned, and answered by the agency"),
        LookMark.AboveWhole => new("số liệu thành phần lớn hơn tổng số", "a part is above its whole"),
        LookMark.Contradictory => new("số liệu mâu thuẫn", "figures contradict each other"),
        LookMark.Unlikely => new("số liệu khác thường, có thuyết minh", "an unlikely figure, explained"),
        LookMark.NothingDue => new("không phát sinh (0/0)", "nothing was due (0/0)"),
        LookMark.ReadTwice => new("thẩm định hai lần độc lập", "judged twice independently"),
        LookMark.EvidenceMissing => new("thiếu tài liệu kiểm chứng bắt buộc", "compulsory evidence missing"),
        LookMark.ExplainedInstead => new("giải thích thay cho tài liệu kiểm chứng", "explanation instead of evidence"),
    };

    /// <summary>"2 đề nghị không áp dụng, 1 có giải trình"; empty of nothing.</summary>
    public static Bilingual Counted(IEnumerable<LookMark> marks)
    {
        List<(LookMark Mark, int Count)> counted = [.. marks.GroupBy(mark => mark).OrderBy(same => same.Key)
            .Select(same => (same.Key, same.Count()))];
        return new(Listed("vi"), Listed("en"));

        string Listed(string language) => string.Join(
            language == "vi" ? ", " : "; ",
            counted.Select(tally => $"{NumberText.Plain(tally.Count, language)} {tally.Mark.InWords().In(language)}"));
    }
}

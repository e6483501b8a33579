namespace DaNangDxIndex;

/// <summary>
/// What the person saw is no longer what stands: somebody else was faster, and nothing was overwritten. The person is shown what stands now
/// and decides again. The one shape of it for pages and programs.
/// </summary>
public sealed class ChangedMeanwhile(string code, Bilingual sentence) : RuleViolation(code, sentence)
{
    public ChangedMeanwhile()
        : this("changed-meanwhile", new(
            "Nội dung vừa được người khác cập nhật. Kiểm tra nội dung mới rồi lưu lại.",
            "Someone else has just changed this. Check the latest version, then save."))
    {
    }

    /// <param name="seen">The version that was on screen.</param>
    /// <param name="stands">The version that stands now; 0 where there is none yet.</param>
    /// <exception cref="ChangedMeanwhile">They differ.</exception>
    public static void RequireSame(int seen, int stands)
    {
        if (seen != stands)
            throw new ChangedMeanwhile();
    }
}

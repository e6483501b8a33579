namespace DaNangDxIndex;

/// <summary>
/// What the person saw is no longer what stands: somebody else was faster, or they themselves in another window, and nothing was
/// overwritten. The person is shown what stands now and decides again. The one shape of it for pages and programs.
/// </summary>
public sealed class ChangedMeanwhile(string code, Bilingual sentence) : RuleViolation(code, sentence)
{
    public ChangedMeanwhile()
        : this("changed-meanwhile", new(
            "Nội dung vừa được cập nhật, do người khác hoặc do bạn ở cửa sổ khác. Kiểm tra nội dung mới rồi lưu lại.",
            "This has just been changed, by someone else or by you in another window. Check the latest version, then save."))
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

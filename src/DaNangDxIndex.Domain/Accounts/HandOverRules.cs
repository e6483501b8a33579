namespace DaNangDxIndex.Accounts;

/// <summary>When somebody leaves.</summary>
public static class HandOverRules
{
    /// <exception cref="RuleViolation"><c>hand-over.own</c></exception>
    public static void RequireAnother(Actor actor, Guid leaver)
    {
        if (actor.Account == leaver)
            throw new RuleViolation("hand-over.own", new(
                "Không thể tự bàn giao và khóa tài khoản của mình. Đề nghị quản trị hệ thống khác thực hiện.",
                "You cannot hand over and close your own account. Ask another administrator."));
    }

    /// <param name="undone">How many pieces of work the leaver would leave.</param>
    /// <param name="named">A successor was named.</param>
    /// <param name="there">The one named may follow: of the same agency, with an account that is not closed.</param>
    /// <exception cref="RuleViolation"><c>hand-over.successor-missing</c>, <c>hand-over.successor-not-there</c></exception>
    public static void RequireSuccessor(int undone, bool named, bool there)
    {
        if (named && !there)
            throw new RuleViolation("hand-over.successor-not-there", new(
                "Người tiếp nhận phải là người khác thuộc cùng cơ quan và đang dùng tài khoản. Chọn lại.",
                "The successor must be another person of the same agency whose account is not closed. Choose again."));
        if (undone > 0 && !named)
            throw new RuleViolation("hand-over.successor-missing", new(
                "Còn việc chưa xong nên phải có người tiếp nhận. Chọn đồng nghiệp tiếp nhận.",
                "There is work left undone, so somebody has to take it over. Choose a colleague."));
    }
}

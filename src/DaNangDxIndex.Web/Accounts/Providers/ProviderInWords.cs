namespace DaNangDxIndex.Accounts.Providers;

/// <summary>What is asked for, as whoever confirms it reads it: all that decides who comes in, and never the secret itself.</summary>
internal static class ProviderInWords
{
    public static Bilingual Asked(Provider before, SaveProvider.Command after)
    {
        var isNew = after.Id is null;
        var (trusted, none) = (string.Join(' ', after.SecondFactor), after.SecondFactor.Count == 0);
        return new(
            $"{(isNew ? "Thêm" : $"Sửa “{before.Name.Vi}” thành")} “{after.Name.Vi}” ({after.Issuer}, mã ứng dụng {after.ClientId}), "
                + $"{(after.Active ? "đang dùng" : "không dùng")}; "
                + (none ? "bước hai luôn do hệ thống này hỏi" : $"công nhận bước hai của bên kia khi có: {trusted}")
                + (after.Secret is null ? "." : "; đặt khóa bí mật mới."),
            $"{(isNew ? "Add" : $"Change “{before.Name.En}” to")} “{after.Name.En}” ({after.Issuer}, client id {after.ClientId}), "
                + $"{(after.Active ? "in use" : "not in use")}; "
                + (none ? "the second step is always asked here" : $"its second factor counts where it says: {trusted}")
                + (after.Secret is null ? "." : "; with a new secret."));
    }
}

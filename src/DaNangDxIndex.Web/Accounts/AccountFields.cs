using FluentValidation;

namespace DaNangDxIndex.Accounts;

/// <summary>What a field of an account may be, the same by form and by file.</summary>
internal static class AccountFields
{
    public static void UserName<T>(this IRuleBuilder<T, string> field) => field.Matches("^[A-Za-z0-9._@+-]{3,100}$").WithErrorCode("UserNameForm");

    public static void FullName<T>(this IRuleBuilder<T, string> field) =>
        field.NotEmpty().WithErrorCode("FullNameMissing").MaximumLength(Account.LongestFullName).WithErrorCode("FullNameLong");

    public static void Roles<T>(this IRuleBuilder<T, IReadOnlyCollection<Role>> field) => field.NotEmpty().WithErrorCode("RolesMissing");

    public static void Phone<T>(this IRuleBuilder<T, string?> field) => field.Matches("^[0-9 +().-]{6,40}$").WithErrorCode("PhoneForm");

    public static void Mail<T>(this IRuleBuilder<T, string?> field) => field.Matches("^[^@\\s]+@[^@\\s]+[.][^@\\s]+$").MaximumLength(200).WithErrorCode("MailForm");
}

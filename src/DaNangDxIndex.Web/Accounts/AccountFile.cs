using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Accounts;

/// <summary>A file of accounts as it would be applied: the accounts to be made, or what is wrong, cell by cell and all at once.</summary>
public sealed class AccountFile
{
    public const int Most = 500;

    private readonly List<CreateAccount.Command> _accounts = [];
    private readonly List<CellFault> _faults = [];
    private readonly Dictionary<string, string> _named = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="Taken">User names that are there, in capitals.</param>
    /// <param name="Keeper">Who sends the file.</param>
    public sealed record Known(IReadOnlySet<string> Taken, AgenciesByName Agencies, Actor Keeper);

    public IReadOnlyList<CreateAccount.Command> Accounts => _accounts;

    public IReadOnlyList<CellFault> Faults => _faults;

    /// <exception cref="RuleViolation">Those of <see cref="TypedWorkbook.Read"/></exception>
    public static AccountFile Read(byte[] content, Known known)
    {
        var table = TypedWorkbook.Read(content).SheetOf(AccountColumns.Tab.Vi, AccountColumns.Tab.En).TableOf(AccountColumns.All);
        var file = new AccountFile();
        file._faults.AddRange(table.Faults);
        foreach (var row in table.Rows.Take(Most))
            file.Add(row, known);
        if (table.Rows.Count > Most)
            file._faults.Add(table.Rows[Most][AccountColumns.UserName].Wrong(
                $"Mỗi tệp nhiều nhất {Most} tài khoản. Chia thành nhiều tệp.",
                $"At most {Most} accounts in one file. Divide it into several."));
        return file;
    }

    private void Add(TypedRow row, Known known)
    {
        var before = _faults.Count;
        var (userName, fullName) = (row[AccountColumns.UserName], row[AccountColumns.FullName]);
        var (phone, mail) = (row[AccountColumns.Phone], row[AccountColumns.Mail]);
        Check(userName, AccountFields.UserNameFault(userName.Line) ?? NameFault(userName, known));
        Check(fullName, AccountFields.FullNameFault(fullName.Line));
        Check(phone, AccountFields.PhoneFault(Optional(phone)));
        Check(mail, AccountFields.MailFault(Optional(mail)));
        var roles = RolesOf(row[AccountColumns.Roles]);
        var agency = AgencyOf(row[AccountColumns.Agency], roles, known);
        if (_faults.Count == before)
            _accounts.Add(new(userName.Line, fullName.Line, roles, agency) { Phone = Optional(phone), Mail = Optional(mail) });
    }

    private Bilingual? NameFault(TypedCell cell, Known known)
    {
        if (_named.TryGetValue(cell.Line, out var earlier))
            return new(
                $"Tên đăng nhập này đã có ở ô {earlier}. Mỗi người một tên.",
                $"Cell {earlier} has this user name already. Give each person one of their own.");
        _named[cell.Line] = cell.Address;
        return known.Taken.Contains(cell.Line.ToUpperInvariant()) ? CreateAccount.NameTaken().Sentence : null;
    }

    private List<Role> RolesOf(TypedCell cell)
    {
        var roles = new List<Role>();
        foreach (var word in cell.Text.Split([';', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (RoleOf(word) is { } role)
                roles.Add(role);
            else
                Check(cell, new(
                    $"Không có vai trò “{Short(word)}”. Các vai trò: {Names("vi")}.",
                    $"There is no role “{Short(word)}”. Roles are: {Names("en")}."));
        }
        if (cell.IsBlank)
            Check(cell, new("Ghi ít nhất một vai trò.", "Write at least one role."));
        foreach (var refusal in RoleRules.ApartRefusals(roles))
            Check(cell, refusal.Sentence);
        return roles;
    }

    private string? AgencyOf(TypedCell cell, List<Role> roles, Known known)
    {
        var agency = known.Agencies.Find(cell.Line);
        if (!cell.IsBlank && agency is null)
            Check(cell, new(
                $"Không có cơ quan “{Short(cell.Line)}”, hoặc nhiều cơ quan cùng tên. Ghi mã cơ quan như trong danh mục.",
                $"There is no agency “{Short(cell.Line)}”, or several bear the name. Write the agency's code as in the list."));
        else if (agency is null && roles.Exists(RoleRules.NeedsAgency))
            Check(cell, RoleRules.AgencyMissing().Sentence);
        else if (!RoleRules.Keeps(known.Keeper, roles, agency))
            Check(cell, RoleRules.NotKept().Sentence);
        return agency;
    }

    private void Check(TypedCell cell, Bilingual? fault)
    {
        if (fault is not null && cell.Unreadable is null)
            _faults.Add(cell.Wrong(fault));
    }

    private static Role? RoleOf(string word)
    {
        var folded = FoldedText.Of(word);
        return Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(role => role is { } known
            && ((string[])[known.Code(), known.InWords().Vi, known.InWords().En]).Any(name => FoldedText.Of(name) == folded));
    }

    private static string? Optional(TypedCell cell) => cell.IsBlank ? null : cell.Line;

    private static string Short(string text) => ShortText.Of(text, 60);

    private static string Names(string language) => string.Join("; ", Enum.GetValues<Role>().Select(role => role.InWords().In(language)));
}

using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Agencies;

/// <summary>What an act does to history, to accounts and to assessments that are under way, told before it is recorded.</summary>
public sealed class LineageConsequences(DxIndexDb db, JoinAssessments join)
{
    public sealed record Told(IReadOnlyList<Bilingual> Sentences, IReadOnlyList<Account> Moving);

    public async Task<Told> OfAsync(LineageWish wish, AgencyRegister.Found register, CancellationToken ct)
    {
        var (sentences, moving) = (new List<Bilingual>(), new List<Account>());
        var joining = JoinAssessments.Joining(wish, register);
        foreach (var agency in wish.From.Distinct(StringComparer.Ordinal).Select(code => register.Agencies[code]))
        {
            var parts = register.Parts.Where(part => part.Agency == agency.Code).OrderBy(part => part.Year).ToList();
            var running = parts.Where(part => part.Running && !joining.Contains(part)).ToList();
            sentences.AddRange(History(wish, agency, parts.Where(part => !part.Running).ToList()));
            foreach (var part in running)
                sentences.Add(await UnderWayAsync(wish, agency, part.Year, ct));
            var accounts = await db.Set<Account>().Where(account => account.AgencyCode == agency.Code).ToListAsync(ct);
            accounts.Sort((account, other) => VietnameseOrder.Names.Compare(account.FullName, other.FullName));
            if (accounts.Count == 0 || !LineageRules.Ends(wish))
                continue;
            var moves = wish.Kind == LineageActKind.Merge && running.Count == 0;
            sentences.Add(People(wish, register, agency, accounts, moves, running.Count > 0));
            moving.AddRange(moves ? accounts : []);
        }
        sentences.AddRange(await join.SentencesAsync(wish, register, ct));
        return new(sentences, moving);
    }

    private static IEnumerable<Bilingual> History(LineageWish wish, Agency agency, List<TookPart> parts)
    {
        var years = string.Join(", ", parts.Select(part => part.Year));
        if (LineageRules.Ends(wish))
        {
            var last = wish.Day.AddDays(-1);
            yield return new(
                $"{agency.Name.Vi} ({agency.Code}) hoạt động đến hết ngày {VietNamTime.Day(last, "vi")}; mã này không dùng lại.",
                $"{agency.Name.En} ({agency.Code}) exists to the end of {VietNamTime.Day(last, "en")}; its code is not used again.");
        }
        if (years.Length > 0)
        {
            yield return LineageRules.Ends(wish) && wish.Kind != LineageActKind.Dissolve
                ? new(
                    $"Kết quả các năm {years} của {agency.Name.Vi} giữ nguyên; cơ quan kế thừa không so sánh thứ hạng với các năm này.",
                    $"The results of {agency.Name.En} ({years}) stay as they are; ranks of the successor are not compared with them.")
                : new(
                    $"Kết quả các năm {years} của {agency.Name.Vi} giữ nguyên như khi công bố.",
                    $"The results of {agency.Name.En} ({years}) stay as they were published.");
        }
    }

    private async Task<Bilingual> UnderWayAsync(LineageWish wish, Agency agency, int year, CancellationToken ct)
    {
        var assessment = await db.Set<Assessment>().AsNoTracking()
            .SingleAsync(assessment => assessment.Year == year && assessment.Agency == agency.Code, ct);
        var figures = await db.Set<FigureEntry>()
            .CountAsync(entry => entry.Year == year && entry.Agency == agency.Code && entry.Declared != null, ct);
        var state = assessment.State.InWords();
        return wish.Kind == LineageActKind.Rename
            ? new(
                $"Hồ sơ năm {year} ({state.Vi}, {figures} số liệu) mang tên mới; hồ sơ đã công bố giữ tên cũ.",
                $"The {year} assessment ({state.En}, {figures} {new Counted(figures):figure|figures}) bears the new name; "
                + "what is published keeps the old one.")
            : new(
                $"Hồ sơ năm {year} của {agency.Name.Vi} ({state.Vi}, {figures} số liệu) giữ nguyên khối và do cơ quan này hoàn thành, "
                + $"vì năm {year} đánh giá tình trạng trước ngày có hiệu lực.",
                $"The {year} assessment of {agency.Name.En} ({state.En}, "
                + $"{figures} {new Counted(figures):figure|figures}) keeps its group and is completed by this agency, "
                + $"because {year} is about the time before the change.");
    }

    private static Bilingual People(
        LineageWish wish, AgencyRegister.Found register, Agency agency, List<Account> accounts, bool moves, bool runs)
    {
        const int Named = 5;
        var names = string.Join(", ", accounts.Take(Named).Select(account => account.FullName)) + (accounts.Count > Named ? ", …" : "");
        if (moves)
        {
            var heir = wish.Heir is { } code ? register.Agencies[code].Name : wish.New[0].Name;
            return new(
                $"{accounts.Count} tài khoản của {agency.Name.Vi} chuyển sang {heir.Vi}: {names}.",
                $"{new Counted(accounts.Count)} {new Counted(accounts.Count):account|accounts} of {agency.Name.En} will belong "
                + $"to {heir.En}: {names}.");
        }
        return runs
            ? new(
                $"{accounts.Count} tài khoản ở lại {agency.Name.Vi} để hoàn thành hồ sơ: {names}. "
                + "Sau khi công bố, quản trị viên chuyển từng tài khoản.",
                $"{new Counted(accounts.Count)} {new Counted(accounts.Count):account stays|accounts stay} with {agency.Name.En} to "
                + $"complete its assessment: {names}. After publication the administrator moves them.")
            : new(
                $"{accounts.Count} tài khoản còn thuộc {agency.Name.Vi}: {names}. Quản trị viên chuyển hoặc khóa từng tài khoản.",
                $"{new Counted(accounts.Count)} {new Counted(accounts.Count):account remains|accounts remain} with {agency.Name.En}: "
                + $"{names}. The administrator moves or disables them.");
    }
}

using System.Security.Cryptography;
using System.Text;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>Everything an edition lacks before it opens, all at once, each with the step where it is put right.</summary>
public sealed record Readiness(IReadOnlyList<Lack> Lacks)
{
    private const int Named = 5;

    public static Readiness Of(PreparedEdition prepared, DateTimeOffset now) =>
        new([.. Calendar(prepared.Edition, now), .. Groups(prepared), .. Units(prepared), .. Accounts(prepared)]);

    public IEnumerable<Lack> Blocking => Lacks.Where(lack => lack.Blocks);

    public IEnumerable<Lack> ToKnow => Lacks.Where(lack => !lack.Blocks);

    /// <summary>Of what the office has to know: opening is refused where it has become something else than was on screen.</summary>
    public string Digest =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ToKnow.Select(lack => lack.Sentence.En)))));

    /// <exception cref="RuleViolation"><c>edition.lacks</c>, <c>edition.lacks-changed</c></exception>
    public void RequireReady(string seen)
    {
        if (Blocking.Any())
            throw new RuleViolation("edition.lacks", new(
                "Chưa mở được kỳ đánh giá: còn nội dung bắt buộc chưa đủ. Xem danh sách bên dưới.",
                "The assessment cannot be opened yet: something required is missing. See the list below."));
        if (ToKnow.Any() && !string.Equals(seen, Digest, StringComparison.Ordinal))
            throw new RuleViolation("edition.lacks-changed", new(
                "Đọc danh sách nội dung còn thiếu và đánh dấu xác nhận trước khi mở.",
                "Read the list of what is missing and tick the box before opening."));
    }

    private static IEnumerable<Lack> Calendar(Edition edition, DateTimeOffset now)
    {
        var calendar = edition.Calendar;
        if (calendar.Missing.Count > 0)
            yield return new(PreparationStep.Calendar, new(
                $"Lịch chưa đủ: còn {calendar.Missing.Count} mốc chưa có ngày.",
                $"The calendar is incomplete: {calendar.Missing.Count} of its days "
                    + $"{new Counted(calendar.Missing.Count):has|have} no date."));
        foreach (var (_, fault) in calendar.Faults(edition.Year))
            yield return new(PreparationStep.Calendar, fault);
        if (calendar.EntryClosesAt <= now)
            yield return new(PreparationStep.Calendar, new("Hạn nhập số liệu đã qua.", "The end of entry has passed."));
    }

    private static IEnumerable<Lack> Groups(PreparedEdition prepared)
    {
        if (prepared.Groups.Count == 0)
        {
            yield return new(PreparationStep.Groups, new("Chưa có khối nào.", "There are no groups yet."));
            yield return new(PreparationStep.Participants, new(
                "Chưa có khối nào nên chưa có cơ quan nào được đánh giá.", "There are no groups yet, and so no agencies to assess."));
            yield return new(PreparationStep.Criteria, new(
                "Chưa có khối nào nên chưa có bộ chỉ số.", "There are no groups yet, and so no criteria."));
        }
        foreach (var (group, criteria) in prepared.Groups)
        {
            if (!prepared.Of(group).Any())
                yield return new(PreparationStep.Participants, new(
                    $"{group.Name.Vi}: chưa có cơ quan nào.", $"{group.Name.En}: there are no agencies yet."), group.Code);
            if (criteria is null)
                yield return new(PreparationStep.Criteria, new(
                    $"{group.Name.Vi}: chưa có bộ chỉ số.", $"{group.Name.En}: there are no criteria yet."), group.Code);
            else if (criteria.Problems.Count > 0)
                yield return new(PreparationStep.Criteria, new(
                    $"{group.Name.Vi}: bộ chỉ số có {criteria.Problems.Count} lỗi, ghi cạnh từng ô cần sửa.",
                    $"{group.Name.En}: the criteria have {criteria.Problems.Count} "
                        + $"{new Counted(criteria.Problems.Count):problem|problems}, told beside the fields to correct."),
                    group.Code);
        }

        var ended = prepared.Participants
            .Where(participant => prepared.Agencies.FirstOrDefault(agency => agency.Code == participant.Agency)
                ?.InForceOn(prepared.Edition.InForceOn) != true).ToList();
        if (ended.Count > 0)
            yield return new(PreparationStep.Participants, Some(prepared, [.. ended.Select(participant => participant.Agency)],
                "không còn hoạt động vào ngày " + VietNamTime.Day(prepared.Edition.InForceOn, "vi"),
                "no longer in force on " + VietNamTime.Day(prepared.Edition.InForceOn, "en")), ended[0].Group);
    }

    /// <summary>The lead appraiser may check everything, so a unit without people delays and does not block.</summary>
    private static IEnumerable<Lack> Units(PreparedEdition prepared)
    {
        if (!prepared.Groups.Any(group => group.Criteria?.Set is not null))
            yield return new(PreparationStep.Units, new(
                "Chưa có bộ chỉ số nào đủ để phân công.", "No criteria are whole enough to name units for."), Blocks: false);
        foreach (var (group, criteria) in prepared.Groups)
        {
            if (criteria?.Set is not { } set)
                continue;
            var units = set.Figures.Select(figure => figure.VerifyingUnit).Concat(set.Criteria.Select(criterion => criterion.VerifyingUnit))
                .OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var unmanned = units.Where(unit => !prepared.Staff.Any(staff => staff.Has(Role.Appraiser) && staff.Agency == unit)).ToList();
            if (unmanned.Count > 0)
                yield return new(PreparationStep.Units, Prefixed(group, Some(prepared, unmanned,
                    "là đơn vị xác minh nhưng chưa có tài khoản người thẩm định", "verify figures and have no appraiser’s account")),
                    group.Code, Blocks: false);
            var unassigned = set.Figures.Count(figure => figure.VerifyingUnit is null);
            if (unassigned > 0)
                yield return new(PreparationStep.Units, Prefixed(group, new(
                    $"{unassigned} số liệu chưa có đơn vị xác minh; mọi người thẩm định đều xử lý được.",
                    $"{unassigned} {new Counted(unassigned):figure has|figures have} no verifying unit; "
                        + $"any appraiser may check {new Counted(unassigned):it|them}.")),
                    group.Code, Blocks: false);
        }
    }

    private static IEnumerable<Lack> Accounts(PreparedEdition prepared)
    {
        foreach (var (role, sentence) in Needed)
        {
            if (!prepared.Staff.Any(staff => staff.Has(role)))
                yield return new(PreparationStep.Accounts, sentence);
        }

        foreach (var (role, vi, en) in Deputies)
        {
            var agencies = prepared.Staff.Where(staff => staff.Has(role))
                .Select(staff => staff.Agency).Distinct(StringComparer.Ordinal).ToList();
            if (agencies is [{ } only] && prepared.Participants.Any(participant => participant.Agency == only))
                yield return new(PreparationStep.Accounts, new(
                    $"{vi} đều là người của {prepared.NameOf(only).Vi}, mà cơ quan này cũng được đánh giá. "
                        + "Cần thêm một người của cơ quan khác để xử lý hồ sơ của cơ quan này.",
                    $"{en} all belong to {prepared.NameOf(only).En}, which is assessed itself. "
                        + "Somebody from another agency is needed for its own assessment."),
                    Blocks: false);
        }

        foreach (var (role, vi, en) in OfAgencies)
        {
            var without = prepared.Participants.Where(
                participant => !prepared.Staff.Any(person => person.Has(role) && person.Agency == participant.Agency))
                .Select(participant => participant.Agency).ToList();
            if (without.Count > 0)
                yield return new(PreparationStep.Accounts, Some(prepared, without, vi, en), Blocks: false);
        }
    }

    private static readonly (Role Role, Bilingual Sentence)[] Needed =
    [
        (Role.Signatory, new("Chưa có tài khoản người ký công bố.", "Nobody has an account to sign the results.")),
        (Role.LeadAppraiser, new("Chưa có tài khoản Tổ trưởng Tổ thẩm định.", "There is no lead appraiser’s account.")),
    ];

    private static readonly (Role Role, string Vi, string En)[] Deputies =
    [
        (Role.Office, "Người của cơ quan thường trực", "The people of the standing office"),
        (Role.LeadAppraiser, "Tổ trưởng Tổ thẩm định", "The lead appraisers"),
    ];

    private static readonly (Role Role, string Vi, string En)[] OfAgencies =
    [
        (Role.Assessor, "chưa có tài khoản người nhập số liệu", "have no assessor’s account"),
        (Role.Approver, "chưa có tài khoản người duyệt", "have no approver’s account"),
    ];

    private static Bilingual Prefixed(EditionGroup group, Bilingual text) =>
        new($"{group.Name.Vi}: {text.Vi}", $"{group.Name.En}: {text.En}");

    /// <summary>"12 cơ quan chưa có tài khoản: A, B, C, D, E và 7 cơ quan khác."</summary>
    private static Bilingual Some(PreparedEdition prepared, List<string> agencies, string vi, string en)
    {
        var more = agencies.Count - Named;
        string Names(string language) => string.Join(", ", agencies.Take(Named).Select(agency => prepared.NameOf(agency).In(language)));
        return new(
            $"{agencies.Count} cơ quan {vi}: {Names("vi")}{(more > 0 ? $" và {more} cơ quan khác" : "")}.",
            $"{agencies.Count} {new Counted(agencies.Count):agency|agencies} {en}: {Names("en")}{(more > 0 ? $" and {more} more" : "")}.");
    }
}

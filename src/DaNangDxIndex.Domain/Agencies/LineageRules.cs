using DaNangDxIndex.Text;

namespace DaNangDxIndex.Agencies;

/// <summary>
/// When an act may be recorded. Acts follow each other in time; an agency that ends has no agency below it and takes part in no edition
/// after its end; an agency that an act makes has a code of its own.
/// </summary>
public sealed class LineageRules(
    IReadOnlyCollection<Agency> agencies, IReadOnlyCollection<LineageAct> acts, IReadOnlyCollection<TookPart> parts, DateOnly today)
{
    private const int LongestDocument = 200;

    private readonly Dictionary<string, Agency> _agencies = agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal);

    /// <summary>All that is wrong, at once; none when it may be recorded.</summary>
    public IReadOnlyList<LineageFault> FaultsOf(LineageWish wish)
    {
        var own = wish.Kind switch
        {
            LineageActKind.Found => [],
            LineageActKind.Rename => Rename(wish),
            LineageActKind.Move => Move(wish),
            LineageActKind.Merge => Merge(wish),
            LineageActKind.Split => Split(wish),
            LineageActKind.Dissolve => wish.From.Count == 0 ? [Nobody] : Array.Empty<LineageFault>(),
        };
        return
        [
            .. Document(wish),
            .. wish.From.SelectMany(code => From(code, wish)),
            .. NewAgencyRules.FaultsOf(wish.New, _agencies, wish.Day),
            .. own,
        ];
    }

    /// <summary>The act ends the agencies that it happens to.</summary>
    public static bool Ends(LineageWish wish) =>
        wish.Kind is LineageActKind.Merge or LineageActKind.Dissolve || (wish.Kind == LineageActKind.Split && !wish.Continues);

    private static LineageFault Nobody => new("From", "Chọn cơ quan, đơn vị.", "Choose the agency.");

    private IEnumerable<LineageFault> Document(LineageWish wish)
    {
        if (wish.Day > today)
            yield return new("Day",
                $"Ngày có hiệu lực không được sau hôm nay ({Vi(today)}). Ghi nhận khi văn bản đã có hiệu lực.",
                $"The day must not be after today ({En(today)}). Record the change once it has taken effect.");
        if (wish.DocumentDate > today)
            yield return new("DocumentDate", "Ngày văn bản không được sau hôm nay.", "The date of the document must not be after today.");
        if (wish.Document.Length is 0 or > LongestDocument)
            yield return new("Document",
                "Nhập loại và số văn bản, tối đa 200 ký tự, ví dụ: Nghị quyết số 1659/NQ-UBTVQH15.",
                "Enter kind and number of the document, at most 200 characters, for instance: Resolution 1659/NQ-UBTVQH15.");
    }

    private IEnumerable<LineageFault> From(string code, LineageWish wish)
    {
        if (!_agencies.TryGetValue(code, out var agency))
            return [new("From", $"Không có cơ quan, đơn vị mã “{code}”.", $"There is no agency with the code “{code}”.")];
        if (agency.ValidTo is { } last)
            return [new("From",
                $"{agency.Name.Vi} đã kết thúc hoạt động ngày {Vi(last)}.", $"{agency.Name.En} ended on {En(last)}.")];
        return
        [
            .. InTime(agency, wish.Day),
            .. Ends(wish) ? [.. Taking(agency, wish), .. Under(agency, wish)]
                : wish.Kind == LineageActKind.Move ? Taking(agency, wish)
                : [],
        ];
    }

    private IEnumerable<LineageFault> InTime(Agency agency, DateOnly day)
    {
        if (agency.ValidFrom is { } first && first >= day)
            yield return new("Day",
                $"{agency.Name.Vi} hoạt động từ ngày {Vi(first)}; chọn ngày có hiệu lực sau ngày đó.",
                $"{agency.Name.En} exists from {En(first)}; choose a later day.");
        if (acts.Where(act => act.Concerns(agency.Code) && act.Day > day).MaxBy(act => act.Day) is { } later)
            yield return new("Day",
                $"Đã ghi nhận thay đổi của {agency.Name.Vi} từ ngày {Vi(later.Day)}. Các thay đổi được ghi nhận theo thứ tự thời gian.",
                $"A change of {agency.Name.En} from {En(later.Day)} is recorded. Changes are recorded in the order of time.");
    }

    /// <summary>Whoever takes part in an edition is in force, in its group, on the edition's day.</summary>
    private IEnumerable<LineageFault> Taking(Agency agency, LineageWish wish) => parts
        .Where(part => part.Agency == agency.Code && part.InForceOn >= wish.Day && !(wish.Kind == LineageActKind.Merge && part.MayJoin))
        .OrderByDescending(part => part.Year)
        .Take(1)
        .Select(part => part.Running
            ? new LineageFault("Day",
                $"{agency.Name.Vi} đang có hồ sơ trong kỳ đánh giá năm {part.Year} "
                + $"(đánh giá các cơ quan hoạt động ngày {Vi(part.InForceOn)}). "
                + "Nếu là sáp nhập khi kỳ đang mở, đề nghị cơ quan rút hồ sơ đã nộp; nếu không, đợi công bố kết quả rồi ghi nhận.",
                $"{agency.Name.En} has an assessment in the {part.Year} edition (of agencies in force on {En(part.InForceOn)}). "
                + "For a merger while the edition is open, have what was submitted recalled; otherwise wait until it is published.")
            : new LineageFault("Day",
                $"Kết quả năm {part.Year} có {agency.Name.Vi} (cơ quan hoạt động ngày {Vi(part.InForceOn)}); "
                + "ngày có hiệu lực phải sau ngày đó.",
                $"The results of {part.Year} include {agency.Name.En} (in force on {En(part.InForceOn)}); "
                + "the change must take effect after that day."));

    private IEnumerable<LineageFault> Under(Agency agency, LineageWish wish)
    {
        var under = agencies
            .Where(other => other.Parent == agency.Code && other.InForceOn(wish.Day)
            && !wish.From.Contains(other.Code, StringComparer.Ordinal))
            .ToList();
        if (under.Count > 0)
        {
            yield return new("From",
                $"Còn {under.Count} cơ quan, đơn vị trực thuộc {agency.Name.Vi}, trong đó có {under[0].Name.Vi}. "
                + "Chuyển hoặc sắp xếp các cơ quan này trước.",
                $"{new Counted(under.Count)} {new Counted(under.Count):agency stands|agencies stand} under {agency.Name.En}, "
                + $"among them {under[0].Name.En}. Move or reorganise them first.");
        }
    }

    private IEnumerable<LineageFault> Rename(LineageWish wish)
    {
        if (wish.From.Count != 1)
            return [Nobody];
        var name = wish.Name ?? new("", "");
        return _agencies.TryGetValue(wish.From[0], out var agency) && agency.Name == name
            ? [new("Name.Vi", "Tên mới trùng tên hiện nay.", "The new name is the present one.")]
            : NewAgencyRules.Name(name, "Name");
    }

    private IEnumerable<LineageFault> Move(LineageWish wish)
    {
        if (wish.From.Count != 1 || wish.Place is not { } place)
            return [Nobody];
        return _agencies.TryGetValue(wish.From[0], out var agency) && new AgencyPlace(agency.Kind, agency.Group, agency.Parent) == place
            ? [new("Place.Group", "Khối và cơ quan chủ quản mới trùng với hiện nay.", "The new group and parent are the present ones.")]
            : NewAgencyRules.Place(place, wish.From[0], _agencies, [], wish.Day, "Place");
    }

    private IEnumerable<LineageFault> Merge(LineageWish wish)
    {
        if (wish.Heir is null == (wish.New.Count != 1))
            yield return new("Heir",
                "Chọn cơ quan tiếp nhận đang hoạt động, hoặc nhập cơ quan mới; chỉ một trong hai.",
                "Choose an agency that is there, or enter a new one; one of the two.");
        if (wish.From.Distinct(StringComparer.Ordinal).Count() < (wish.Heir is null ? 2 : 1))
            yield return new("From",
                "Chọn ít nhất hai cơ quan hợp nhất thành cơ quan mới, hoặc một cơ quan sáp nhập vào cơ quan đang hoạt động.",
                "Choose at least two agencies that become a new one, or one that joins an agency that is there.");
        if (wish.Heir is { } heir
            && (wish.From.Contains(heir, StringComparer.Ordinal)
                || !_agencies.TryGetValue(heir, out var agency)
                || !agency.InForceOn(wish.Day)))
            yield return new("Heir",
                "Cơ quan tiếp nhận phải đang hoạt động vào ngày có hiệu lực và không nằm trong các cơ quan được sáp nhập.",
                "The receiving agency must be in force on the day and not be one of those that join it.");
    }

    private static IEnumerable<LineageFault> Split(LineageWish wish)
    {
        if (wish.From.Count != 1)
            yield return Nobody;
        if (wish.New.Count < (wish.Continues ? 1 : 2))
            yield return new("New[0].Code",
                "Nhập ít nhất hai cơ quan mới, hoặc một cơ quan mới khi cơ quan cũ tiếp tục hoạt động.",
                "Enter at least two new agencies, or one where the old agency goes on.");
    }

    private static string Vi(DateOnly day) => VietNamTime.Day(day, "vi");

    private static string En(DateOnly day) => VietNamTime.Day(day, "en");
}

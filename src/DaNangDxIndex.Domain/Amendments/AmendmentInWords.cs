using System.Text.Json;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Criteria.Notation;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Amendments;

/// <summary>What an amendment changed, one sentence a change, for its page, the methodology and the edition.</summary>
public static class AmendmentInWords
{
    /// <summary>As it is shown to everybody, and frozen with the results.</summary>
    /// <param name="name">Of an agency by its code, as it is called now.</param>
    public static PublishedAmendment Published(Amendment amendment, Func<string, Bilingual?> name) => new(
        amendment.Number, amendment.Group, amendment.SignedAt.AddTicks(-(amendment.SignedAt.Ticks % TimeSpan.TicksPerSecond)),
            amendment.Document?.Published,
        amendment.Reason, Of(amendment),
        [.. (JsonSerializer.Deserialize<List<Movement>>(amendment.Moved) ?? []).Select(movement => movement.Named(name(movement.Agency)))]);

    public static IReadOnlyList<Bilingual> Of(Amendment amendment) => amendment.Group is null
        ? Days(Read(amendment.Before), Read(amendment.After))
        : Criteria(CriteriaFile.Read(amendment.Before).Require(), CriteriaFile.Read(amendment.After).Require());

    public static IReadOnlyList<Bilingual> Criteria(CriteriaSet before, CriteriaSet after) =>
    [
        .. from criterion in after.Criteria
           let was = before.Criterion(criterion.Code)
           where was is not null
           from change in Changes(before, was, after, criterion)
           select new Bilingual(
               $"{criterion.Code} {criterion.Name.Vi}: {change.Vi}.",
               $"{criterion.Code} {criterion.Name.En}: {change.En}."),
    ];

    private static IEnumerable<Bilingual> Changes(CriteriaSet before, Criterion was, CriteriaSet after, Criterion now)
    {
        if (was.Maximum != now.Maximum)
            yield return new(
                $"điểm tối đa {NumberText.Plain(was.Maximum, "vi")} → {NumberText.Plain(now.Maximum, "vi")}",
                $"maximum points {NumberText.Plain(was.Maximum, "en")} → {NumberText.Plain(now.Maximum, "en")}");
        // Words of a rule name points, so both are told of the same maximum: what differs is the rule.
        var (ruleWas, ruleNow) = (Rule(before, was, now.Maximum), Rule(after, now, now.Maximum));
        if (ruleWas != ruleNow)
        {
            yield return new($"cách tính “{ruleWas.Vi}” → “{ruleNow.Vi}”", $"rule “{ruleWas.En}” → “{ruleNow.En}”");
            yield return new(
                $"ký hiệu {Notation(before, was, "vi")} → {Notation(after, now, "vi")}",
                    $"notation {Notation(before, was, "en")} → {Notation(after, now, "en")}");
        }

        if (was.Guidance != now.Guidance)
            yield return Text("hướng dẫn", "guidance", was.Guidance, now.Guidance);
        if (was.LegalBasis != now.LegalBasis)
            yield return Text("căn cứ pháp lý", "legal basis", was.LegalBasis, now.LegalBasis);
        if (was.Evidence != now.Evidence)
            yield return new("thay đổi yêu cầu về tài liệu kiểm chứng", "other evidence is asked for");
        if (was.VerifyingUnit != now.VerifyingUnit)
            yield return new("thay đổi đơn vị thẩm định", "another unit appraises it");
        if ((was.NotApplicable, was.NothingDue) != (now.NotApplicable, now.NothingDue))
            yield return new("thay đổi cách xử lý khi không áp dụng", "it is treated otherwise where it does not apply");
        if (was.Name != now.Name)
            yield return new($"tên cũ “{was.Name.Vi}”", $"formerly “{was.Name.En}”");
    }

    private static Bilingual Rule(CriteriaSet set, Criterion criterion, Fraction maximum) =>
        criterion.Rule is null ? new("không tính điểm", "not scored") : Explanation.RuleInWords(set, criterion with { Maximum = maximum });

    private static string Notation(CriteriaSet set, Criterion criterion, string language) =>
        criterion.Rule is { } rule ? $"“{RuleNotation.Write(rule, set.Figure, language)}”" : "–";

    private static Bilingual Text(string vi, string en, Bilingual? was, Bilingual? now) =>
        new($"{vi} “{was?.Vi}” → “{now?.Vi}”", $"{en} “{was?.En}” → “{now?.En}”");

    private static IReadOnlyList<Bilingual> Days(Calendar before, Calendar after)
    {
        (string Vi, string En, Func<Calendar, string, string?> On)[] days =
        [
            ("Bắt đầu nhập số liệu", "Entry opens", (calendar, language) => Day(calendar.EntryOpensOn, language)),
            ("Hạn nhập số liệu", "End of entry",
                (calendar, language) => calendar.EntryClosesAt is { } end ? VietNamTime.Deadline(end, language) : null),
            ("Kết thúc thẩm định", "Appraisal ends", (calendar, language) => Day(calendar.AppraisalEndsOn, language)),
            ("Hạn giải trình", "End of replies", (calendar, language) => Day(calendar.RepliesEndOn, language)),
            ("Kết thúc thẩm định lần 2", "Second appraisal ends", (calendar, language) => Day(calendar.ReviewEndsOn, language)),
            ("Dự kiến công bố", "Planned publication", (calendar, language) => Day(calendar.PublishesOn, language)),
            ("Nhắc trước hạn (ngày)", "Reminders, days before", (calendar, _) => string.Join(", ", calendar.ReminderDays)),
        ];
        return [.. days.Where(day => day.On(before, "vi") != day.On(after, "vi")).Select(day => new Bilingual(
            $"{day.Vi}: {day.On(before, "vi") ?? "–"} → {day.On(after, "vi") ?? "–"}.",
            $"{day.En}: {day.On(before, "en") ?? "–"} → {day.On(after, "en") ?? "–"}."))];
    }

    private static string? Day(DateOnly? day, string language) => day is { } known ? VietNamTime.Day(known, language) : null;

    private static Calendar Read(string json) =>
        JsonSerializer.Deserialize<Calendar>(json) ?? throw new InvalidOperationException("A stored calendar is one.");
}

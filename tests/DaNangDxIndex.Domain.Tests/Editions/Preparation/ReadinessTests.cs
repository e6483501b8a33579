using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Editions.Preparation;

public class ReadinessTests
{
    private static readonly string Criteria = Scoring.SmallSet.File("100",
        """{ "code": "a", "name": "A", "kind": "count", "source": "system", "verifyingUnit": "unit" }""",
        Scoring.SmallSet.Criterion("A.1", "100", """{ "linear": { "of": "a", "from": 0, "to": 10 } }"""));

    private static readonly DateTimeOffset Now = VietNamTime.At(new(2025, 12, 1), new(8, 0));

    [Fact]
    public void An_empty_edition_tells_everything_it_lacks_at_once()
    {
        var readiness = Readiness.Of(new(Edition(new()), [], [], [], []), Now);

        readiness.Blocking.Select(lack => lack.Step).ShouldBe(
            [PreparationStep.Calendar, PreparationStep.Groups, PreparationStep.Participants, PreparationStep.Criteria,
                PreparationStep.Accounts, PreparationStep.Accounts]);
        readiness.ToKnow.Select(lack => lack.Step).ShouldBe([PreparationStep.Units]);
        Should.Throw<RuleViolation>(() => readiness.RequireReady(readiness.Digest)).Code.ShouldBe("edition.lacks");
    }

    [Fact]
    public void What_can_be_completed_later_wants_to_be_known_and_does_not_block()
    {
        var readiness = Readiness.Of(Prepared(People("w1", Role.Assessor)), Now);

        readiness.Blocking.ShouldBeEmpty();
        readiness.ToKnow.Select(lack => lack.Sentence.Vi).ShouldBe(
        [
            "1 cơ quan chưa có tài khoản người nhập số liệu: Xã w2.",
            "2 cơ quan chưa có tài khoản người duyệt: Xã w1, Xã w2.",
        ]);
        Should.Throw<RuleViolation>(() => readiness.RequireReady("")).Code.ShouldBe("edition.lacks-changed");
        Should.NotThrow(() => readiness.RequireReady(readiness.Digest));
    }

    [Fact]
    public void An_office_that_is_assessed_itself_wants_a_deputy_from_elsewhere()
    {
        var own = Prepared(People("w1", Role.Office));

        Readiness.Of(own, Now).ToKnow.ShouldContain(
            lack => lack.Sentence.Vi.StartsWith("Người của cơ quan thường trực đều là người của Xã w1", StringComparison.Ordinal));
        Readiness.Of(own with { Staff = [.. own.Staff, new Staff([Role.Office], "w2")] }, Now).ToKnow
            .ShouldNotContain(lack => lack.Sentence.Vi.Contains("thường trực", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deadline_that_has_passed_and_an_agency_that_is_no_more_block()
    {
        var prepared = Prepared();
        var late = prepared with
        {
            Agencies = [.. prepared.Agencies.Select(
                agency => new Agency(agency.Code, "wards", true, null, null, new(2025, 6, 30), null, true).Named(agency.Name, []))],
        };

        Readiness.Of(late, VietNamTime.At(new(2026, 6, 1), new(8, 0))).Blocking.Select(lack => lack.Sentence.Vi).ShouldBe(
            ["Hạn nhập số liệu đã qua.", "2 cơ quan không còn hoạt động vào ngày 31/12/2025: Xã w1, Xã w2."]);
    }

    [Fact]
    public void Criteria_with_problems_block_with_the_first_of_them()
    {
        var prepared = Prepared();
        var broken = new PreparedGroup(prepared.Groups[0].Group, CriteriaFile.Read("{}"));

        var lack = Readiness.Of(prepared with { Groups = [broken] }, Now).Blocking.ShouldHaveSingleItem();

        (lack.Step, lack.Group).ShouldBe((PreparationStep.Criteria, "wards"));
        lack.Sentence.Vi.ShouldStartWith("Khối xã: bộ chỉ số có ");
    }

    private static PreparedEdition Prepared(params Staff[] staff) => new(
        Edition(new()
        {
            EntryOpensOn = new(2026, 1, 5), EntryClosesAt = VietNamTime.EndOf(new(2026, 2, 13)), AppraisalEndsOn = new(2026, 3, 20),
                PublishesOn = new(2026, 4, 10),
        }),
        [new(new EditionGroup(2025, "wards", 1, null).Named(new("Khối xã", "Communes")), CriteriaFile.Read(Criteria))],
        [new(2025, "w1", "wards", true), new(2025, "w2", "wards", true)],
        [Ward("w1"), Ward("w2")],
        [new([Role.Signatory], null), new([Role.LeadAppraiser], null), new([Role.Appraiser], "unit"), .. staff]);

    private static Staff[] People(string agency, Role role) => [new([role], agency)];

    private static Agency Ward(string code) =>
        new Agency(code, "wards", true, null, null, null, null, true).Named(new($"Xã {code}", $"Commune {code}"), []);

    private static Edition Edition(Calendar calendar)
    {
        var edition = new Edition(2025, EditionStage.Drafting, 1, new(2025, 12, 31));
        edition.Take(calendar);
        return edition;
    }
}

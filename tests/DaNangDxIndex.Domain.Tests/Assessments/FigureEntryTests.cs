
namespace DaNangDxIndex.Assessments;

public class FigureEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void A_correction_leaves_the_declared_value_beside_it()
    {
        var entry = Declared("3468");

        entry.Correct("3401", ReasonCode.FigureContradicted, "Theo số liệu của Cổng dịch vụ công", Guid.NewGuid(), Now);

        (entry.Declared, entry.Accepted, entry.InForce).ShouldBe(("3468", "3401", "3401"));
    }

    [Fact]
    public void A_value_corrected_to_blank_is_blank_and_not_the_declared_one()
    {
        var entry = Declared("3468");

        entry.Correct(null, ReasonCode.EvidenceMissing, "Không có tài liệu", Guid.NewGuid(), Now);

        entry.InForce.ShouldBeNull();
    }

    [Theory]
    [InlineData("3401", null, "Theo hệ thống", "reason.missing")]
    [InlineData("3401", ReasonCode.Other, "  ", "reason.sentence-missing")]
    [InlineData("3468", ReasonCode.Other, "Theo hệ thống", "figure.not-corrected")]
    public void A_correction_needs_another_value_a_reason_and_a_sentence(
        string value, ReasonCode? reason, string sentence, string refusal) =>
        Should.Throw<RuleViolation>(() => Declared("3468").Correct(value, reason, sentence, Guid.NewGuid(), Now)).Code.ShouldBe(refusal);

    [Fact]
    public void Declaring_again_makes_an_earlier_acceptance_fall_away()
    {
        var entry = Declared("3468");
        entry.Accept(Guid.NewGuid(), Now);

        entry.Declare("3470", Guid.NewGuid(), Now);

        entry.AcceptedAt.ShouldBeNull();
        (entry.InForce, entry.Version).ShouldBe(("3470", 3));
    }

    private static FigureEntry Declared(string value)
    {
        var entry = new FigureEntry(2025, People.Agency, "files-online");
        entry.Declare(value, Guid.NewGuid(), Now);
        return entry;
    }
}

namespace DaNangDxIndex.Assessments;

public class FigureEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void A_correction_leaves_the_declared_value_beside_it()
    {
        var entry = Declared("3468");

        entry.Correct("3401", "Theo số liệu của Cổng dịch vụ công", Guid.NewGuid(), Now);

        (entry.Declared, entry.Accepted, entry.InForce).ShouldBe(("3468", "3401", "3401"));
    }

    [Fact]
    public void A_value_corrected_to_blank_is_blank_and_not_the_declared_one()
    {
        var entry = Declared("3468");

        entry.Correct(null, "Không có tài liệu", Guid.NewGuid(), Now);

        entry.InForce.ShouldBeNull();
    }

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

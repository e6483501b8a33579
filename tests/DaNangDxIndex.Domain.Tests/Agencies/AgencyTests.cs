namespace DaNangDxIndex.Agencies;

public class AgencyTests
{
    [Theory]
    [InlineData("2024-12-31", true)]
    [InlineData("2025-06-30", true)]
    [InlineData("2025-07-01", false)]
    public void Both_ends_of_its_validity_are_inclusive(string day, bool expected) =>
        new Agency("q-hai-chau", "districts", true, null, new(2024, 12, 31), new(2025, 6, 30), "492", true)
            .InForceOn(DateOnly.Parse(day, null)).ShouldBe(expected);
}

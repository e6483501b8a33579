using DaNangDxIndex.Text;

namespace DaNangDxIndex.Criteria;

public sealed class ComponentNumeralTests
{
    [Fact]
    public void A_component_bears_the_number_of_the_part_that_its_criteria_name()
    {
        var set = Set(("people", "6.1"), ("bonus", "8.1"), ("penalty", "8.4"));

        set.Components.Select(component => ComponentNumeral.Of(set, component)).ShouldBe(["VI", "VIII.A", "VIII.B"]);
    }

    [Fact]
    public void Components_whose_criteria_name_no_part_are_counted()
    {
        var set = Set(("one", "A.1"), ("two", "B.1"));

        set.Components.Select(component => ComponentNumeral.Of(set, component)).ShouldBe(["I", "II"]);
    }

    [Fact]
    public void A_Roman_numeral_is_read_as_it_is_written()
    {
        Enumerable.Range(1, 39).ShouldAllBe(number => RomanNumeral.Read(RomanNumeral.Of(number)) == number);
        RomanNumeral.Of(29).ShouldBe("XXIX");
        RomanNumeral.Read("IIII").ShouldBe(0);
    }

    private static CriteriaSet Set(params (string Component, string Criterion)[] components) => new()
    {
        Edition = 2024,
        Group = "g",
        Name = new("g", "g"),
        Method = new Method { Scale = 100, Tiers = [] },
        Figures = [],
        Components = [.. components.Select(pair => new Component
        {
            Code = pair.Component,
            Name = new(pair.Component, pair.Component),
            Criteria = [new Criterion { Code = pair.Criterion, Name = new("c", "c"), Pillar = Pillar.Government, Maximum = 1 }],
        })],
    };
}

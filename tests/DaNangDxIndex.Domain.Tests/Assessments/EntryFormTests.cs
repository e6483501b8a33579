using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

public class EntryFormTests
{
    [Fact]
    public void A_figure_is_asked_once_under_the_first_criterion_that_reads_it()
    {
        var form = EntryForm.Of(SmallSet.Of(), "x-hoa-tien");

        form.Asked.Select(figure => figure.Code).ShouldBe(["received", "online", "paid"]);
        form.LineOf("received").ShouldNotBeNull().Criterion.Code.ShouldBe("A.1");
        form.Lines[1].Asked.Select(figure => figure.Code).ShouldBe(["paid"]);
        form.Lines[1].Read.Select(figure => figure.Code).ShouldBe(["received"]);
    }

    [Fact]
    public void Figures_of_others_are_shown_and_not_asked()
    {
        var form = EntryForm.Of(SmallSet.Of(), "x-hoa-tien");

        form.Lines[2].Asked.ShouldBeEmpty();
        form.Lines[2].Read.Select(figure => figure.Code).ShouldBe(["satisfaction"]);
    }

    [Fact]
    public void An_agency_of_a_kind_is_spared_its_components_and_asked_the_shared_figure_where_it_still_counts()
    {
        var spared = SmallSet.Of() with { Kinds = [new AgencyKind { Code = "no-procedures", Name = new("", ""), Agencies = ["dai-ptth"],
            Components = ["A"] }] };

        var form = EntryForm.Of(spared, "dai-ptth");

        form.Components.Select(component => component.Code).ShouldBe(["B"]);
        form.Asked.Select(figure => figure.Code).ShouldBe(["received", "paid"]);
        EntryForm.Of(spared, "x-hoa-tien").Components.Count().ShouldBe(2);
    }
}

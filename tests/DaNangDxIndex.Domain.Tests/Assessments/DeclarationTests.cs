namespace DaNangDxIndex.Assessments;

public class DeclarationTests
{
    private static readonly Declaration Shown = New(("received", "3471"), ("online", null));

    [Fact]
    public void Its_canonical_form_is_frozen() => Shown.Canonical.ShouldBe(
        """{"agency":"x-hoa-tien","edition":2025,"figures":{"online":null,"received":"3471"},"format":"dx-index-declaration/1","notApplicable":{}}""");

    [Fact]
    public void The_order_of_figures_does_not_change_the_digest() =>
        New(("online", null), ("received", "3471")).Digest.ShouldBe(Shown.Digest);

    [Fact]
    public void Blank_is_another_digest_than_zero() => New(("received", "3471"), ("online", "0")).Digest.ShouldNotBe(Shown.Digest);

    [Fact]
    public void Changes_name_what_stands_otherwise()
    {
        var later = New(("received", "3471"), ("online", "3468")) with { NotApplicable = new Dictionary<string,
            string>(StringComparer.Ordinal) { ["A.2"] = "Không có địa bàn" } };

        Shown.ChangesTo(later).ShouldBe([
            new("online", Declaration.ChangeOf.Figure, null, "3468"), new("A.2", Declaration.ChangeOf.Request, null, "Không có địa bàn")]);
    }

    [Fact]
    public void What_is_shown_is_signed_too_and_a_declaration_without_evidence_keeps_its_digest()
    {
        var later = Shown with { Evidence = new Dictionary<string, string>(StringComparer.Ordinal) { ["A.1"] = "sha256:ab" } };

        later.Digest.ShouldNotBe(Shown.Digest);
        Declaration.Read(later.Canonical).ShouldNotBeNull().Digest.ShouldBe(later.Digest);
        Shown.ChangesTo(later).ShouldBe([new("A.1", Declaration.ChangeOf.Evidence, null, "sha256:ab")]);
    }

    [Fact]
    public void Sentences_to_warnings_are_signed_too()
    {
        var later = Shown with { Clarifications = new Dictionary<string, string>(StringComparer.Ordinal) { ["jump:online"] = "Đúng" } };

        later.Digest.ShouldNotBe(Shown.Digest);
        Declaration.Read(later.Canonical).ShouldNotBeNull().Digest.ShouldBe(later.Digest);
        Shown.ChangesTo(later).ShouldBe([new("jump:online", Declaration.ChangeOf.Clarification, null, "Đúng")]);
    }

    [Fact]
    public void It_is_read_back_as_it_was_written() => Declaration.Read(Shown.Canonical).ShouldNotBeNull().Digest.ShouldBe(Shown.Digest);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"format":"dx-index-declaration/1","figures":{"a":5},"notApplicable":{}}""")]
    [InlineData("""{"format":"dx-index-declaration/2","figures":{},"notApplicable":{}}""")]
    public void Anything_else_is_no_declaration(string? text) => Declaration.Read(text).ShouldBeNull();

    private static Declaration New(params (string Code, string? Value)[] figures) => new(
        2025, "x-hoa-tien", figures.ToDictionary(figure => figure.Code, figure => figure.Value, StringComparer.Ordinal),
        new Dictionary<string, string>(StringComparer.Ordinal));
}

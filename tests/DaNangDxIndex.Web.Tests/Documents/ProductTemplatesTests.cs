namespace DaNangDxIndex.Documents;

public sealed class ProductTemplatesTests
{
    [Theory]
    [InlineData(TemplateKind.Decision)]
    [InlineData(TemplateKind.Notice)]
    [InlineData(TemplateKind.Submission)]
    public void What_an_office_downloads_to_change_would_be_taken_back_as_it_is(TemplateKind kind) =>
        Should.NotThrow(() => TemplateRules.RequireFields(kind, ProductTemplate.Of(kind)));
}

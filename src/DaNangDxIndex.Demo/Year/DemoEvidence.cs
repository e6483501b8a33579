using System.Text;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Demo;

/// <summary>
/// What agencies of the demo show: one sheet each that says it is a sample, and a picture in some folders. Put into the folder and attached
/// by the product's own acts.
/// </summary>
internal sealed class DemoEvidence(IServiceProvider at, Typefaces typefaces)
{
    private const string Title = "Tập tài liệu kiểm chứng năm 2025 (bản minh họa)";
    private const string Sentence =
        "Tệp này do bản minh họa của hệ thống tạo ra để người xem thấy cách đính kèm, xem trước và thẩm định tài liệu kiểm chứng. "
        + "Tệp không phải tài liệu của cơ quan, không có giá trị pháp lý.";

    private static readonly DateOnly Written = new(2025, 12, 1);

    public static DemoEvidence In(IServiceProvider at) => new(at, at.GetRequiredService<Typefaces>());

    /// <summary>Shows the sheet for every criterion for which something is owed.</summary>
    public async Task ShowAsync(AssessmentSheet sheet, Actor assessor, CancellationToken ct)
    {
        if (sheet.Owed(EvidenceOfAssessment.None) is not { Count: > 0 } owed)
            return;
        var piece = await SheetAsync(sheet.Agency, assessor, ct);
        await at.GetRequiredService<AttachEvidence>().HandleAsync(
            new(sheet.Assessment.Year, sheet.Agency.Code, piece, [.. owed.Select(criterion => criterion.Code)], "Trang 1"), assessor, ct);
    }

    /// <summary>For whoever signs in to try: a sheet and a picture that are not attached to anything yet.</summary>
    public async Task FillAsync(Agency agency, Actor assessor, CancellationToken ct)
    {
        if ((await ContentsAsync(agency, ct)).Count == 0)
            await AddAsync(agency, "Ảnh chụp màn hình kiểm tra kết nối (bản minh họa)", "anh-minh-hoa.png", DemoPicture.Write(), assessor,
                ct);
        await SheetAsync(agency, assessor, ct);
    }

    private async Task<Guid> SheetAsync(Agency agency, Actor assessor, CancellationToken ct) =>
        (await ContentsAsync(agency, ct)).Find(piece => piece.Revision.Title == Title) is { } there
            ? there.Piece.Id
            : await AddAsync(agency, Title, "tai-lieu-minh-hoa.pdf", Draw(agency), assessor, ct);

    private Task<List<ShownPiece>> ContentsAsync(Agency agency, CancellationToken ct) =>
        at.GetRequiredService<FolderContents>().AllAsync(agency.Code, hidden: false, ct);

    private async Task<Guid> AddAsync(Agency agency, string title, string name, byte[] content, Actor assessor, CancellationToken ct)
    {
        var added = await at.GetRequiredService<AddFile>().HandleAsync(
            new(agency.Code, null, title, name, content.Length), new MemoryStream(content), assessor, ct);
        return added?.Id ?? throw new InvalidOperationException($"Nothing came into the folder of {agency.Code}.");
    }

    private byte[] Draw(Agency agency)
    {
        var canvas = new PdfCanvas(typefaces, OfficialSheet.Width, OfficialSheet.Height);
        using (canvas.Tag(PdfTag.Document))
        {
            var sheet = new OfficialSheet(canvas, agency.Name.Vi, "Bản minh họa");
            sheet.Paragraph("BẢN MINH HỌA", new TextStyle(22, Bold: true).Centred);
            sheet.Y += 18;
            sheet.Heading(Title, new TextStyle(16, Bold: true).Centred);
            sheet.Y += 6;
            sheet.Paragraph(agency.Name.Vi.Normalize(NormalizationForm.FormC), new TextStyle(14).Centred);
            sheet.Y += 18;
            sheet.Paragraph(Sentence, new TextStyle(13, Leading: 3));
        }
        return canvas.Finish(new PdfFacts(Title, agency.Name.Vi, "Bản minh họa", "vi", Written));
    }
}

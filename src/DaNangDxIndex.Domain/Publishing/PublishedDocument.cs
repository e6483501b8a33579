using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>The official document that announces results.</summary>
/// <param name="Kind">As it is printed: "Quyết định", "Thông báo".</param>
/// <param name="Number">With its sign: "684/QĐ-UBND".</param>
/// <param name="Issuer">Whose document it is: "Chủ tịch Ủy ban nhân dân thành phố Đà Nẵng".</param>
/// <param name="Annex">Roman number of the annex that the tables and scorecards are; null where they are no annex.</param>
public sealed record PublishedDocument(Bilingual Kind, string Number, DateOnly Date, Bilingual Issuer, string? Annex)
{
    /// <summary>"Quyết định số 684/QĐ-UBND ngày 05/03/2027": one way to name it, for pages, files and paper.</summary>
    public Bilingual Citation => Cite(Kind, Number, Date);

    internal static Bilingual Cite(Bilingual kind, string number, DateOnly date) => new(
        $"{kind.Vi} số {number} ngày {VietNamTime.Day(date, "vi")}", $"{kind.En} {number} of {VietNamTime.Day(date, "en")}");
}

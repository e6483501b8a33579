namespace DaNangDxIndex.Editions;

/// <summary>The stages of an edition as every page and answer names them.</summary>
public static class EditionStageInWords
{
    /// <summary>Of two rounds of appraisal there is a first one; of one there is not.</summary>
    public static Bilingual InWords(this EditionStage stage, int rounds) =>
        stage == EditionStage.Appraisal && rounds == 1 ? new("Thẩm định", "Appraisal") : stage.InWords();

    public static Bilingual InWords(this EditionStage stage) => stage switch
    {
        EditionStage.Drafting => new("Chuẩn bị", "Preparation"),
        EditionStage.Open => new("Tự đánh giá, nhập số liệu", "Self-assessment and entry"),
        EditionStage.Appraisal => new("Thẩm định lần 1", "First appraisal"),
        EditionStage.Explanation => new("Giải trình", "Agency replies"),
        EditionStage.Review => new("Thẩm định lần 2", "Second appraisal"),
        EditionStage.Final => new("Chờ công bố", "Ready to publish"),
        EditionStage.Published => new("Đã công bố", "Published"),
        EditionStage.Imported => new("Tổng hợp từ nguồn đã công bố", "Taken from published sources"),
    };
}

namespace DaNangDxIndex.Appraisal;

/// <summary>Marks the texts of this feature's pages.</summary>
public sealed class AppraisalTexts;

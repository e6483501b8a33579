namespace DaNangDxIndex.Assessments;

public sealed class AssessmentTexts;

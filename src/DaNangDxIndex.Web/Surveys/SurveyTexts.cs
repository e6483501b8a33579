namespace DaNangDxIndex.Surveys;

/// <summary>Texts of a citizens' survey where its result is shown.</summary>
public sealed class SurveyTexts;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>Texts of the page on which the form goes out and comes back as a file.</summary>
public sealed class ByFileTexts;

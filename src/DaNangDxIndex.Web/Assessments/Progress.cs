namespace DaNangDxIndex.Assessments;

/// <summary>The thin line on top of a form: how many figures are filled. It measures work, never points.</summary>
public sealed record Progress(int Filled, int Of);

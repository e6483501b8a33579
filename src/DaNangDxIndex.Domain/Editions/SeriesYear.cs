namespace DaNangDxIndex.Editions;

/// <summary>One group in one edition, as far as comparing needs to know it.</summary>
/// <param name="Year">The year that was assessed.</param>
/// <param name="Series">The index it belongs to.</param>
/// <param name="Population">Code of the kind of agencies the group is made of; a reform that changes the kind changes the code.</param>
/// <param name="Members">Those agencies in words ("56 phường, xã cũ").</param>
public sealed record SeriesYear(int Year, Series Series, string Population, Bilingual Members);

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>Where each step of the preparation is done.</summary>
internal static class StepPath
{
    public static IReadOnlyList<PreparationStep> All { get; } = Enum.GetValues<PreparationStep>();

    public static string Of(PreparationStep step, int year) => step switch
    {
        PreparationStep.Calendar => $"/editions/{year}/office/calendar",
        PreparationStep.Groups or PreparationStep.Criteria => $"/editions/{year}/office/groups",
        PreparationStep.Participants => $"/editions/{year}/office/participants",
        PreparationStep.Units => $"/editions/{year}/office/units",
        PreparationStep.Accounts => "/accounts",
    };
}

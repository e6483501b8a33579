namespace DaNangDxIndex.Editions.Preparation;

internal static class PreparationFeature
{
    public static void AddPreparation(this IServiceCollection services)
    {
        services.AddScoped<LastPopulation>();
        services.AddScoped<EditionsInPreparation>();
        services.AddScoped<PreparedEditions>();
        services.AddScoped<BeginEdition>();
        services.AddScoped<SetCalendar>();
        services.AddScoped<AddGroup>();
        services.AddScoped<ChangeGroup>();
        services.AddScoped<RemoveGroup>();
        services.AddScoped<SetParticipants>();
        services.AddScoped<AssignUnits>();
        services.AddScoped<SetSample>();
        services.AddScoped<OpenEdition>();
    }
}

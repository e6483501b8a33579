using DaNangDxIndex.Audit;
using DaNangDxIndex.Editions.Preparation;

namespace DaNangDxIndex.Editions;

internal static class EditionsFeature
{
    public static void AddEditions(this IServiceCollection services)
    {
        services.AddScoped<PublicEditions>();
        services.AddScoped<PrintedFigures>();
        services.AddScoped<PrintedScope>();
        services.AddScoped<PrintedSheet>();
        services.AddScoped<MissingResult>();
        services.AddScoped<RunningEditions>();
        services.AddScoped<EntryProgress>();
        services.AddScoped<MoveEditionOn>();
        services.AddScoped<SendReminders>();
        services.AddScoped<RemindersSent>();
        services.AddScoped<ExtendDeadline>();
        services.AddScoped<RecordNotSubmitted>();
        services.AddScoped<RecordAllNotSubmitted>();
        services.AddScoped<TakeBackRecord>();
        services.AddScoped<LoadFigures>().AddScoped<FigureTemplate>();
        services.AddScoped<Forgetting, ForgetLoadedFiles>();
        services.AddPreparation();
    }
}

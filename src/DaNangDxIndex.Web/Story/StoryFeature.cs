namespace DaNangDxIndex.Story;

internal static class StoryFeature
{
    public static void AddStory(this IServiceCollection services) => services.AddScoped<YearStories>();
}

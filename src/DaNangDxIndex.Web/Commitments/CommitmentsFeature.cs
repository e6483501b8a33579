namespace DaNangDxIndex.Commitments;

internal static class CommitmentsFeature
{
    public static void AddCommitments(this IServiceCollection services) =>
        services.AddScoped<Outlooks>().AddScoped<KeepCommitment>().AddScoped<OwnCommitments>();
}

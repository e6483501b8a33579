namespace DaNangDxIndex.Audit;

public static class AuditFeature
{
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddScoped<AuditTrail>().AddScoped<Acts>().AddScoped<VerifyTrail>();
}

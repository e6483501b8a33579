namespace DaNangDxIndex.Audit;

public static class AuditFeature
{
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddSingleton<ActsKept.Counted>().AddScoped<ActsKept>().AddScoped<AuditTrail>().AddScoped<RequestOnce>().AddScoped<Acts>()
            .AddScoped<VerifyTrail>().AddScoped<ForgetOrigins>().AddScoped<Forgetting, ForgetOrigins>()
            .AddHostedService<ForgettingWorker>();
}

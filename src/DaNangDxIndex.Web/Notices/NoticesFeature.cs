namespace DaNangDxIndex.Notices;

internal static class NoticesFeature
{
    public static void AddNotices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(MailSettings.Read(builder.Configuration));
        builder.Services.AddScoped<Notify>();
        builder.Services.AddScoped<Inbox>();
        builder.Services.AddScoped<ChooseLanguage>();
        builder.Services.AddScoped<DeadlineNotices>().AddScoped<CommitmentNotices>();
        builder.Services.AddScoped<WriteLetters>();
        builder.Services.AddScoped<CarryLetters>();
        builder.Services.AddScoped<NoticeRound>();
        builder.Services.AddScoped<TryLetterAgain>();
        builder.Services.AddHostedService<NoticeWorker>();
    }
}

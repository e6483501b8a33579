using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Audit;

namespace DaNangDxIndex.Notices;

internal static class NoticesFeature
{
    public static void AddNotices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(MailSettings.Read(builder.Configuration));
        builder.Services.AddScoped<Notify>();
        builder.Services.AddScoped<TellOfWayIn>(at => (account, change, what, ct) => at.GetRequiredService<Notify>().PersonAsync(
            new(account, NoticeKind.WayInChanged, $"way-in/{change}/{at.GetRequiredService<TimeProvider>().GetUtcNow().Ticks}",
                NoticeInWords.PathOf(change), NoticeInWords.WayInChanged(change, what)), ct));
        builder.Services.AddScoped<ProposalNotices>()
            .AddScoped<TellOfProposal>(at => at.GetRequiredService<ProposalNotices>().TellAsync);
        builder.Services.AddScoped<Inbox>();
        builder.Services.AddScoped<ChooseLanguage>();
        builder.Services.AddScoped<DeadlineNotices>().AddScoped<CommitmentNotices>();
        builder.Services.AddScoped<WriteLetters>();
        builder.Services.AddScoped<CarryLetters>();
        builder.Services.AddScoped<NoticeRound>();
        builder.Services.AddScoped<TryLetterAgain>();
        builder.Services.AddScoped<Forgetting, ForgetLetters>().AddScoped<Forgetting, ForgetNotices>();
        builder.Services.AddHostedService<NoticeWorker>();
    }
}

namespace DaNangDxIndex.Replies;

internal static class RepliesFeature
{
    public static void AddReplies(this IServiceCollection services)
    {
        services.AddScoped<ReplySheets>();
        services.AddScoped<WriteReply>();
        services.AddScoped<AnswerQuestion>();
        services.AddScoped<DropReply>();
        services.AddScoped<SendReplies>();
        services.AddScoped<RecallReplies>();
    }
}

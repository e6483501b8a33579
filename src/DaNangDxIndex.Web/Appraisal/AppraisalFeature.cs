namespace DaNangDxIndex.Appraisal;

internal static class AppraisalFeature
{
    public static void AddAppraisal(this IServiceCollection services)
    {
        services.AddScoped<AppraisalSheets>();
        services.AddScoped<HeardResults>();
        services.AddScoped<AppraisalQueue>();
        services.AddScoped<BestOfGroup>();
        services.AddScoped<BenchView>();
        services.AddScoped<CriterionSheets>();
        services.AddScoped<CriterionBenchView>();
        services.AddScoped<LookBeside>();
        services.AddScoped<OpenCriterion>();
        services.AddScoped<JudgingModel.Acts>();
        services.AddScoped<CheckFigure>();
        services.AddScoped<DecideCriterion>();
        services.AddScoped<Assignments>();
        services.AddScoped<AssignCriteria>();
        services.AddScoped<Conversations>();
        services.AddScoped<AskAgency>();
        services.AddScoped<ReadTwice>();
        services.AddScoped<AgreementView>();
        services.AddScoped<AcceptRemaining>();
        services.AddScoped<AcceptDown>();
        services.AddScoped<CloseRound>();
        services.AddScoped<CloseWithoutReply>();
        services.AddScoped<ReturnAssessment>();
        services.AddScoped<AskToReopen>();
        services.AddScoped<WithdrawReopening>();
        services.AddScoped<ReopenCriterion>();
    }
}

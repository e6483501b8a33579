using DaNangDxIndex.Assessments.ByFile;

namespace DaNangDxIndex.Assessments;

internal static class AssessmentsFeature
{
    public static void AddAssessments(this IServiceCollection services)
    {
        services.AddScoped<AssessmentSheets>();
        services.AddScoped<LastEdition>();
        services.AddScoped<AssessmentWords>();
        services.AddScoped<LastValues>().AddScoped<FigureFields>().AddScoped<ComponentForms>();
        services.AddScoped<Answers>();
        services.AddScoped<FormParts>();
        services.AddScoped<FigureHistory>();
        services.AddScoped<Approvals>();
        services.AddScoped<DivideForm>();
        services.AddScoped<SignOffPart>();
        services.AddScoped<JoinedOffers>();
        services.AddScoped<ConfirmJoined>();
        services.AddScoped<DeclareFigures>();
        services.AddScoped<ClarifyDoubts>();
        services.AddScoped<AnswerReturned>();
        services.AddScoped<SentencesOnForm>();
        services.AddScoped<SavedFigures>();
        services.AddScoped<AskNotApplicable>();
        services.AddScoped<WithdrawNotApplicable>();
        services.AddScoped<AttachEvidence>();
        services.AddScoped<DetachEvidence>();
        services.AddScoped<SayWhyNoEvidence>();
        services.AddScoped<AskForApproval>();
        services.AddScoped<SendBack>();
        services.AddScoped<Submit>();
        services.AddScoped<Recall>();
        services.AddScoped<FormWorkbook>();
        services.AddScoped<ImportForm>();
    }
}

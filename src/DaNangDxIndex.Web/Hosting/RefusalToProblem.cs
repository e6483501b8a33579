using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Hosting;

/// <summary>To programs: a broken rule is a 409 problem with the rule's code as its type; what changed meanwhile is a 412.</summary>
internal sealed class RefusalToProblem : IExceptionHandler
{
    private static readonly Bilingual Moving = new(
        "Dữ liệu của tỉnh, thành phố này đang được chuyển; chưa ghi được. Gửi lại sau ít phút.",
        "This tenant’s data are being moved; nothing can be saved just now. Send it again in a few minutes.");

    private static readonly Bilingual Away = new(
        "Hệ thống tạm thời gián đoạn. Dữ liệu đã báo “Đã lưu” không bị mất. Gửi lại sau ít phút.",
        "The service is temporarily unavailable. Anything marked “Saved” has been kept. Send it again in a few minutes.");

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // By now the request's path is that of the error page. Not by the conversion from a text, which decodes a second time.
        if (httpContext.Features.Get<IExceptionHandlerFeature>() is not { Path: var asked } || !Api.Asks(new PathString(asked)))
            return false;
        TenantFromPath.SpeakAsAsked(httpContext.Request);
        SentLanguage.Speak(httpContext.Request);
        httpContext.Response.StatusCode = Failure.StatusOf(exception);
        var problem = new ProblemDetails { Status = httpContext.Response.StatusCode };
        if (exception is RuleViolation refused)
            (problem.Type, problem.Detail) = ($"/problems/{refused.Code}", refused.Sentence.ForReader());
        else if (PassingFailure.IsOfMove(exception))
            problem.Detail = Moving.ForReader();
        else if (PassingFailure.IsForNow(exception))
            problem.Detail = Away.ForReader();
        return await ProblemAnswer.WriteAsync(httpContext, problem);
    }
}

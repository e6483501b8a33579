using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What a program is told where a request was refused by its status alone, before anything could say why: who asks, how often and with
/// which rights is looked at on the way to every operation.
/// </summary>
internal static class BareRefusal
{
    public static ProblemDetails Of(HttpContext http) => Told(http)?.Value as ProblemDetails ?? new() { Status = http.Response.StatusCode };

    private static ObjectResult? Told(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized when TokenSignIn.TextOf(http) is not null => Problems.Refuse(
            StatusCodes.Status401Unauthorized, "token.not-good", new Bilingual(
                "Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi. Tạo mã khác ở trang “Mã truy cập API”, rồi gửi lại yêu cầu.",
                "The token is wrong, has expired or was revoked. Make another one on the page “Access tokens”, then send it again.")
                .ForReader()),
        StatusCodes.Status401Unauthorized => Problems.Refuse(
            StatusCodes.Status401Unauthorized, "account.not-signed-in", new Bilingual(
                "Chưa đăng nhập. Gửi mã truy cập cá nhân ở tiêu đề “Authorization: Bearer”.",
                "Nobody is signed in. Send a personal access token in the header “Authorization: Bearer”.").ForReader()),
        StatusCodes.Status403Forbidden => Problems.Refuse(
            StatusCodes.Status403Forbidden, "account.not-allowed", new Bilingual(
                "Tài khoản này, hoặc quyền của mã truy cập đã gửi, không được thực hiện việc này.",
                "This account, or the rights of the token that was sent, may not do this.").ForReader()),
        StatusCodes.Status429TooManyRequests => Problems.Refuse(
            StatusCodes.Status429TooManyRequests, "requests.too-many", new Bilingual(
                "Quá nhiều yêu cầu trong một phút. Chờ số giây ghi ở Retry-After rồi gửi lại.",
                "Too many requests in a minute. Wait for the seconds that Retry-After says, then send it again.").ForReader()),
        StatusCodes.Status503ServiceUnavailable when Crowded.IsTold(http) => Problems.Refuse(
            StatusCodes.Status503ServiceUnavailable, "requests.crowded", new Bilingual(
                "Quá nhiều người dùng hệ thống cùng lúc; yêu cầu chưa được thực hiện. Chờ số giây ghi ở Retry-After rồi gửi lại.",
                "Too many people use the system at once; nothing was done. Wait for the seconds that Retry-After says, then send it again.")
                .ForReader()),
        _ => null,
    };
}

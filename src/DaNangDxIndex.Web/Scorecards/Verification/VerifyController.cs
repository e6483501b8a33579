using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>What a code printed on a scorecard stands for.</summary>
[ApiController, AllowAnonymous, PublicAnswer, Route("api/v1/verify/{code}")]
public sealed class VerifyController(VerifiedCodes codes) : ControllerBase
{
    /// <summary>
    /// The figures behind a verification code, and whether the scorecard is in force. "dx-verify verify code.json bundle.zip" compares
    /// the answer with the publication.
    /// </summary>
    /// <param name="code">As printed on the scorecard; small letters and spaces are no matter.</param>
    /// <param name="ct"></param>
    [HttpGet(Name = "verifyCode")]
    [ProducesResponseType<CodeAnswer>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public async Task<IActionResult> Get(string code, CancellationToken ct)
    {
        if (await codes.FindAsync(ShortCode.Read(code), ct) is not { } found)
            return Problems.Of(
                StatusCodes.Status404NotFound, "code.unknown", new Bilingual("Không có mã này", "There is no such code").ForReader(),
                new Bilingual(
                    $"Không có phiếu kết quả mang mã “{code}” ở đây. Kiểm tra lại từng ký tự; mã gồm chữ số và chữ in hoa.",
                    $"No scorecard here bears the code \"{code}\". Check each character; codes have digits and capitals.").ForReader());
        var answer = CodeAnswer.Of(found);
        var tag = $"{found.Card.Version.Digest}.{answer.Result.Agency}.{answer.State}.{answer.SupersededBy}";
        return Unchanged.Since(HttpContext, tag, numbered: false) ? StatusCode(StatusCodes.Status304NotModified) : Ok(answer);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Saves 1, 2, 3 … in one figure, as the page's script does: a save whose answer did not come is sent again, with the same value and
/// version. Every answer is compared with the one before: a save that was acknowledged and then lost, or taken twice, is told at once.
/// </summary>
internal sealed class FigureWriter(Uri figure, string token)
{
    /// <summary>The last value that was acknowledged; 0 before the first.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Answers that said "come again", and saves without an answer.</summary>
    public int SentAgain { get; private set; }

    /// <param name="at">Who is asked, at this moment.</param>
    public async Task WriteAsync(Func<Session> at, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            if (!await TrySaveAsync(at()))
                SentAgain++;
        }
    }

    public async Task<bool> TrySaveAsync(Session session)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, figure)
            {
                Content = JsonContent.Create(new { value = (Acknowledged + 1).ToString(CultureInfo.InvariantCulture) }),
            };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{Acknowledged}\"");
            request.Headers.Add("RequestVerificationToken", token);
            using var answer = await session.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                answer.Headers.RetryAfter.ShouldNotBeNull();
                await Task.Delay(100);
                return false;
            }
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{figure} after {Acknowledged}: {body}");
            JsonNode.Parse(body).ShouldNotBeNull()["version"].ShouldNotBeNull()
                .GetValue<int>().ShouldBe(Acknowledged + 1, figure.ToString());
            Acknowledged++;
            return true;
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException or TaskCanceledException or IOException)
        {
            await Task.Delay(50);
            return false;
        }
    }
}

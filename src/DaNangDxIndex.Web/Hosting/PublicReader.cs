using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// Follows the sign-in: what nobody signed in asks for on an address that anybody may read, is asked of the database under the role that
/// sees only what is public. A fault in such a page cannot show what is not.
/// </summary>
internal static class PublicReader
{
    public static async Task BecomeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.User.Identity?.IsAuthenticated != true && http.GetEndpoint()?.Metadata.GetMetadata<AnybodyReadsAttribute>() is not null)
        {
            var role = http.RequestServices.GetRequiredService<AskingRole>();
            role.BecomeReader();
            // A sign-in that has ended was looked up on a connection that was told otherwise; opened next, it is told anew.
            if (role.IsTold)
                await http.RequestServices.GetRequiredService<DxIndexDb>().Database.CloseConnectionAsync();
        }

        await next(http);
    }
}

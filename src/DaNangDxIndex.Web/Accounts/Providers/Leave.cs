using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>
/// A page of ours leads to the provider, not a redirect of the form: our policy lets forms end here alone, and a provider may itself send
/// people on to others that nobody has named.
/// </summary>
internal static class Leave
{
    public static ViewResult For(PageModel page, LeaveForProvider.Leaving leaving)
    {
        page.Response.Headers["Refresh"] = $"0;url={leaving.Address}";
        page.Response.Headers.CacheControl = "no-store";
        return new()
        {
            ViewName = "/Accounts/Providers/Leave.cshtml",
            ViewData = new ViewDataDictionary<LeaveForProvider.Leaving>(page.MetadataProvider, new ModelStateDictionary())
            {
                Model = leaving,
            },
        };
    }
}

using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Hosting;

/// <summary>What the type of a problem document leads to: what it means and what to do.</summary>
[AllowAnonymous, PublicAnswer]
public sealed class ProblemModel : PageModel
{
    public string? Code { get; private set; }

    internal ProblemCatalogue.Said? Said { get; private set; }

    public IActionResult OnGet(string? code)
    {
        (Code, Said) = (code, code is null ? null : ProblemCatalogue.Find(code));
        return code is null || Said is not null ? Page() : NotFound();
    }
}

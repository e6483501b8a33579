using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Shared;

/// <summary>The API, readable: swagger-ui over our OpenAPI document.</summary>
[AllowAnonymous]
public sealed class ApiDocumentModel : PageModel;

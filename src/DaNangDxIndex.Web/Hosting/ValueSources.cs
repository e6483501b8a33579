using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// Where pages and controllers take their values from. What the address names comes from the address: policies read it there,
/// and a field of the same name must not name something else to the handler. Who only reads sends no form, so none is read.
/// </summary>
internal static class ValueSources
{
    public static void AddTo(MvcOptions mvc)
    {
        mvc.ValueProviderFactories.Clear();
        mvc.ValueProviderFactories.Add(new RouteValueProviderFactory());
        mvc.ValueProviderFactories.Add(new OfForms(new FormValueProviderFactory()));
        mvc.ValueProviderFactories.Add(new OfForms(new FormFileValueProviderFactory()));
        mvc.ValueProviderFactories.Add(new QueryStringValueProviderFactory());
    }

    private sealed class OfForms(IValueProviderFactory form) : IValueProviderFactory
    {
        public Task CreateValueProviderAsync(ValueProviderFactoryContext context)
        {
            var method = context.ActionContext.HttpContext.Request.Method;
            return HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? Task.CompletedTask : form.CreateValueProviderAsync(context);
        }
    }
}

using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Frame;

internal static class FormFaults
{
    /// <summary>
    /// What a command's rules found, beside the fields of the form, in the
    /// words that the feature has for the rule's code ("Error.ReasonMissing").
    /// </summary>
    /// <param name="fields">Properties of the command that the form calls otherwise.</param>
    public static void Add(
        this ModelStateDictionary form, ValidationResult found, IStringLocalizer texts, params (string Property, string Field)[] fields)
    {
        foreach (var fault in found.Errors)
        {
            var field = fields.FirstOrDefault(named => string.Equals(named.Property, fault.PropertyName, StringComparison.Ordinal)).Field;
            form.AddModelError(field ?? fault.PropertyName, texts["Error." + fault.ErrorCode]);
        }
    }
}

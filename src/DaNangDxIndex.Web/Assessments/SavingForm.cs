namespace DaNangDxIndex.Assessments;

/// <summary>What the saving script needs to know about the form around its fields.</summary>
/// <param name="Draft">
/// Scope of unsaved values kept in the browser: person/tenant/language/edition/agency. A draft is one person's own.
/// </param>
/// <param name="SignIn">Address of the sign-in page; the script adds the way back to the field.</param>
public sealed record SavingForm(string Draft, string SignIn);

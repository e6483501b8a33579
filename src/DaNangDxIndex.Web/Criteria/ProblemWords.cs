using System.Text.RegularExpressions;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// A problem of a criteria file as the editor tells it: where the file's sentence names a member ("rule"), the form's label stands.
/// </summary>
internal static partial class ProblemWords
{
    public static string In(CriteriaProblem problem, IStringLocalizer texts) => problem.Member is { } missing
        && texts[$"Member.{missing}"] is { ResourceNotFound: false } label
        ? texts["Missing", label]
        : Member.Replace(problem.Message.In(Addresses.Language), quoted =>
            texts[$"Member.{quoted.Groups["name"].Value}"] is { ResourceNotFound: false } known ? $"“{known}”" : quoted.Value);

    [GeneratedRegex("[\"“](?<name>[a-zA-Z]+)[\"”]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Member { get; }
}

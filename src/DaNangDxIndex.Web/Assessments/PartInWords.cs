using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>A given part as every page names it.</summary>
public static class PartInWords
{
    /// <summary>"giao cho Lê Văn A, hạn 12/12/2026: quá hạn".</summary>
    /// <param name="reader">Whose own part needs no name.</param>
    public static string InWords(this FormParts.Part part, AssessmentWords words, Guid? reader = null)
    {
        if (part.State == FormPartState.Nobodys)
            return words["Part.Nobodys"];
        var (due, state) = (VietNamTime.Day(part.Given.Due, Addresses.Language), words[$"Part.State.{part.State}"]);
        return part.Given.Holder == reader
            ? words["Part.Own", due, state]
            : words["Part.Given", part.Holder ?? words["Part.Left"], due, state];
    }
}

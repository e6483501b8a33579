using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>A given part as every page names it.</summary>
public static class PartInWords
{
    /// <summary>"giao cho Lê Văn A, hạn 12/12/2026: quá hạn".</summary>
    public static string InWords(this FormParts.Part part, AssessmentWords words) => part.Holder is null && part.State == FormPartState.Nobodys
        ? words["Part.Nobodys"]
        : words["Part.Given", part.Holder ?? words["Part.Left"], VietNamTime.Day(part.Given.Due, Addresses.Language), words[$"Part.State.{part.State}"]];
}

namespace DaNangDxIndex.Documents;

/// <summary>Documents that an office drafts from a template.</summary>
public enum TemplateKind
{
    Decision,
    Notice,

    /// <summary>Tờ trình: what puts the draft of a decision or notice before its signatory.</summary>
    Submission,
}

namespace DaNangDxIndex.Frame;

/// <summary>A notice across the page: not submitted yet, done, superseded, withdrawn.</summary>
public sealed record Banner(Banner.Kind Tone, string Title, string Text)
{
    public string? ActionHref { get; init; }

    public string? ActionText { get; init; }

    public enum Kind
    {
        /// <summary>Nothing to do.</summary>
        Notice,

        /// <summary>An act is still owed; loud.</summary>
        Duty,

        /// <summary>An act has just succeeded; takes the focus.</summary>
        Success,
    }
}

using DaNangDxIndex.Evidence.Scanning;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Evidence;

/// <summary>A piece in words, the same wherever it is listed.</summary>
public sealed class EvidenceWords(IStringLocalizer<EvidenceTexts> texts, Clamd scanner)
{
    public string this[string key, params object[] values] => texts[key, values];

    /// <summary>"PDF, 1,2 MB"; "Số 12/KH-UBND ngày 05/03/2025, UBND phường …".</summary>
    public string About(ShownPiece shown) => shown.File is { } file
        ? $"{file.Type.ToString().ToUpperInvariant()}, {Size(file.Size)}"
        : (shown.Revision.Cited ?? new("", "")).In(Addresses.Language);

    /// <summary>As it is attached: with the place in it where to look.</summary>
    public string About(ShownAttachment attached) =>
        attached.Attachment.Note is { } note ? $"{About(attached.Shown)} · {note}" : About(attached.Shown);

    /// <summary>"1,2 MB", "14 KB".</summary>
    public static string Size(long bytes) => bytes >= FolderRules.MiB
        ? $"{NumberText.Plain((decimal)bytes / FolderRules.MiB, Addresses.Language, decimals: 1)} MB"
        : $"{NumberText.Plain(Math.Max(1, bytes / 1024), Addresses.Language)} KB";

    /// <summary>What the scanner says; null where there is nothing to say: it is clean, or nobody scans.</summary>
    public string? Scan(ShownPiece shown) => shown.File?.Scan switch
    {
        ScanState.Infected => texts["Scan.Infected", shown.File.Finding ?? ""].Value,
        ScanState.Unscanned when scanner.IsSetUp => texts["Scan.Unscanned"].Value,
        ScanState.Clean or ScanState.Unscanned or null => null,
    };

    /// <summary>It may be opened by this reader.</summary>
    public bool IsHandedOut(ShownPiece shown, bool toOwnAgency) =>
        shown.File is { } file && StoredFile.IsHandedOut(file.Scan, scanner.IsSetUp, toOwnAgency);

    /// <summary>"17:05 ngày 31/12/2026".</summary>
    public static string At(DateTimeOffset moment) => VietNamTime.HourAndDay(moment, Addresses.Language);
}

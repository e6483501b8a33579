using System.Security.Cryptography;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Wordprocessing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Documents;

/// <summary>The office puts a template of its own in the place of the present one.</summary>
public sealed class KeepTemplate(DxIndexDb db, Acts acts, TimeProvider clock)
{
    public const int LargestFile = HarmlessDocx.LargestFile;

    private const int LongestName = 100;

    /// <exception cref="RuleViolation">Codes that begin with "template."</exception>
    public async Task HandleAsync(TemplateKind kind, IFormFile? file, Actor actor, CancellationToken ct)
    {
        TemplateRules.RequireOffice(actor);
        var content = await ContentAsync(file, ct);
        TemplateRules.RequireFields(kind, content);
        var name = Path.GetFileName(file?.FileName ?? "").Trim();
        if (name.Length is 0 or > LongestName)
            name = $"{kind}.docx".ToLowerInvariant();
        var (digest, now) = (Convert.ToHexStringLower(SHA256.HashData(content)), clock.GetUtcNow());

        await using var act = await acts.BeginAsync(ct);
        var present = await db.Set<DocumentTemplate>().SingleOrDefaultAsync(template => template.Kind == kind, ct);
        var before = present is null ? null : new { file = present.FileName, present.Digest };
        if (present is null)
            db.Add(new DocumentTemplate(kind, name, content, digest, actor.Account, now));
        else
            present.Replace(name, content, digest, actor.Account, now);
        await act.KeepAsync("template.keep", $"templates/{kind}".ToLowerInvariant(), before, new { file = name, digest }, ct);
    }

    private static async Task<byte[]> ContentAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null)
            throw DocxRefusal.Missing;
        if (file.Length > LargestFile)
            throw DocxRefusal.TooLarge;
        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Spreadsheets;

/// <summary>A file that was checked and waits to be applied.</summary>
public sealed class KeptUpload(Guid id, string purpose, Guid accountId, string fileName, byte[] content, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    /// <summary>What it is for: "agencies", "results-2023".</summary>
    public string Purpose { get; private set; } = purpose;

    public Guid AccountId { get; private set; } = accountId;

    public string FileName { get; private set; } = fileName;

    public byte[] Content { get; private set; } = content;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>"agencies.xlsx" comes back as "agencies-marked.xlsx".</summary>
    public string MarkedName => Path.GetFileNameWithoutExtension(FileName) + "-marked.xlsx";

    internal sealed class Mapping : IEntityTypeConfiguration<KeptUpload>
    {
        public void Configure(EntityTypeBuilder<KeptUpload> builder) => builder.HasKey(upload => upload.Id);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Editions;

/// <summary>
/// A file from which the office has loaded figures, kept as it was until some time after publication (<see cref="ForgetLoadedFiles"/>); its
/// digest stands in the trail.
/// </summary>
public sealed class FigureLoad(Guid id, int year, string fileName, byte[]? content, string digest, int rows, int changed, Guid loadedBy,
    DateTimeOffset loadedAt)
{
    public Guid Id { get; private set; } = id;

    public int Year { get; private set; } = year;

    public string FileName { get; private set; } = fileName;

    /// <summary>Null where it has been forgotten.</summary>
    public byte[]? Content { get; private set; } = content;

    /// <summary>SHA-256, lower-case hex.</summary>
    public string Digest { get; private set; } = digest;

    public int Rows { get; private set; } = rows;

    public int Changed { get; private set; } = changed;

    public Guid LoadedBy { get; private set; } = loadedBy;

    public DateTimeOffset LoadedAt { get; private set; } = loadedAt;

    internal sealed class Mapping : IEntityTypeConfiguration<FigureLoad>
    {
        public void Configure(EntityTypeBuilder<FigureLoad> builder) => builder.HasKey(load => load.Id);
    }
}

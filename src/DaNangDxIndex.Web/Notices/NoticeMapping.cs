using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Notices;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    /// <summary>The letter is as new as the notice's word of it, and has to be there first.</summary>
    public void Configure(EntityTypeBuilder<Notice> builder) => builder.HasOne<Letter>().WithMany()
        .HasForeignKey(notice => notice.LetterId);
}

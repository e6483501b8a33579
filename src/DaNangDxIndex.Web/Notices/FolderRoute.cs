using MimeKit;

namespace DaNangDxIndex.Notices;

/// <summary>For development and the demonstration: every letter is a file of a folder, to be opened by a mail program.</summary>
internal sealed class FolderRoute(string folder, MailboxAddress from) : MailRoute(from)
{
    public override async Task CarryAsync(Letter letter, CancellationToken ct)
    {
        var message = Written(letter);
        try
        {
            Directory.CreateDirectory(folder);
            await message.WriteToAsync(Path.Combine(folder, $"{letter.Id:N}.eml"), ct);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new NotCarried(failed.Message, forGood: false, failed);
        }
    }
}

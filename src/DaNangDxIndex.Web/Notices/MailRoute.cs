using MimeKit;

namespace DaNangDxIndex.Notices;

/// <summary>A way by which letters leave the program.</summary>
public abstract class MailRoute(MailboxAddress from)
{
    /// <exception cref="NotCarried">It has certainly not left; any other failure means that nobody knows.</exception>
    public abstract Task CarryAsync(Letter letter, CancellationToken ct);

    /// <summary>The same letter always bears the same identity: a server that gets it twice can tell.</summary>
    protected MimeMessage Written(Letter letter)
    {
        var message = new MimeMessage { Subject = letter.Subject, MessageId = $"{letter.Id:N}@{from.Domain}", Date = letter.WrittenAt };
        message.From.Add(from);
        message.To.Add(Recipient(letter));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, letter.Language);
        message.Body = new TextPart("plain") { Text = letter.Body };
        return message;
    }

    private static MailboxAddress Recipient(Letter letter) => MailboxAddress.TryParse(letter.Address, out var known)
        ? known
        : throw new NotCarried("The address is not one of a mail box.", forGood: true);
}

/// <summary>The letter has not left, and why, as the server says.</summary>
public sealed class NotCarried(string reason, bool forGood, Exception? cause = null) : Exception(reason, cause)
{
    /// <summary>Trying again is of no use.</summary>
    public bool ForGood => forGood;
}

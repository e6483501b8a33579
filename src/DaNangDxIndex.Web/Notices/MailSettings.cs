using DaNangDxIndex.Database;
using MimeKit;

namespace DaNangDxIndex.Notices;

/// <summary>How letters leave the program; without a way they are not written at all, and notices stand in the product alone.</summary>
public sealed class MailSettings
{
    internal MailSettings(MailRoute? route, TimeSpan? pause, string site) => (Route, Pause, Site) = (route, pause, site);

    public MailRoute? Route { get; }

    /// <summary>Between two rounds of the worker; null where this process leaves them to the others.</summary>
    public TimeSpan? Pause { get; }

    /// <summary>Beginning of the addresses in letters, without a slash at the end.</summary>
    public string Site { get; }

    /// <exception cref="CannotStart">A server is named without a sender, or the sender is no address.</exception>
    public static MailSettings Read(IConfiguration settings)
    {
        var seconds = settings.GetValue("DX_NOTICE_SECONDS", 30);
        return new(RouteOf(settings), seconds > 0 ? TimeSpan.FromSeconds(seconds) : null, settings["DX_PUBLIC_URL"]?.TrimEnd('/') ?? "");
    }

    private static MailRoute? RouteOf(IConfiguration settings)
    {
        var (host, folder) = (settings["DX_SMTP_HOST"], settings["DX_MAIL_FOLDER"]);
        if (string.IsNullOrWhiteSpace(host) && string.IsNullOrWhiteSpace(folder))
            return null;
        if (string.IsNullOrWhiteSpace(host))
            return new FolderRoute(folder ?? "", new("DX Index", "dx@localhost"));
        if (!MailboxAddress.TryParse(settings["DX_MAIL_FROM"], out var from))
            throw new CannotStart("DX_SMTP_HOST also needs DX_MAIL_FROM, the sender of letters, such as \"DX Index <dx@danang.gov.vn>\".");
        return new SmtpRoute(from, new(
            host, settings.GetValue("DX_SMTP_PORT", 587), settings.GetValue("DX_SMTP_TLS", true), settings["DX_SMTP_USER"],
                settings["DX_SMTP_PASSWORD"]));
    }
}

using MimeKit;

namespace DaNangDxIndex.Notices;

/// <summary>What is certain and what is not, when a letter is handed to a mail server over the network.</summary>
public sealed class SmtpRouteTests
{
    [Fact]
    public async Task A_letter_arrives_as_it_was_written()
    {
        using var server = new SmallMailServer();
        var letter = Letter();

        await RouteTo(server).CarryAsync(letter, CancellationToken.None);

        var taken = server.Taken.ShouldHaveSingleItem();
        (taken.Subject, taken.TextBody?.ReplaceLineEndings("\n").TrimEnd(), taken.MessageId)
            .ShouldBe((letter.Subject, letter.Body, $"{letter.Id:N}@dx.vn"));
        taken.To.ToString().ShouldBe(letter.Address);
    }

    [Theory]
    [InlineData("550 no such mail box", true)]
    [InlineData("451 come again", false)]
    public async Task What_the_server_refuses_has_certainly_not_left(string answer, bool forGood)
    {
        using var server = new SmallMailServer { AnswerToRecipient = answer };

        var refused = await Should.ThrowAsync<NotCarried>(RouteTo(server).CarryAsync(Letter(), CancellationToken.None));

        refused.ForGood.ShouldBe(forGood);
        refused.Message.ShouldContain(answer[4..]);
        server.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_knows_when_the_server_hangs_up_after_it_was_handed_the_letter()
    {
        using var server = new SmallMailServer { HangsUp = true };

        var unknown = await Should.ThrowAsync<Exception>(RouteTo(server).CarryAsync(Letter(), CancellationToken.None));

        unknown.ShouldNotBeOfType<NotCarried>();
        server.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_is_not_there_has_certainly_taken_nothing()
    {
        var gone = new SmallMailServer();
        var route = RouteTo(gone);
        gone.Dispose();

        (await Should.ThrowAsync<NotCarried>(route.CarryAsync(Letter(), CancellationToken.None))).ForGood.ShouldBeFalse();
    }

    private static SmtpRoute RouteTo(SmallMailServer server) =>
        new(new MailboxAddress("DX", "dx@dx.vn"), new("127.0.0.1", server.Port, Tls: false, null, null));

    private static Letter Letter() => new(
        Guid.CreateVersion7(), Guid.NewGuid(), "nhap@dx.vn", "vi", "Nhắc nộp hồ sơ", "Kính gửi Nguyễn Thị Nhập,\n.\nHạn: 31/12/2026",
            DateTimeOffset.UtcNow, null);
}

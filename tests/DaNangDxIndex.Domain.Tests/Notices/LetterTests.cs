namespace DaNangDxIndex.Notices;

/// <summary>A letter is tried again later and later, given up at last, and never sent twice by itself.</summary>
public class LetterTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void What_the_server_refuses_is_tried_again_later_and_later_and_given_up_in_the_end()
    {
        var letter = New();
        var pauses = new List<double>();
        for (var at = Now; letter.State == LetterState.Waiting; at = letter.NextAt)
        {
            letter.Claim(at);
            letter.Refused("451 later", forGood: false, at);
            pauses.Add((letter.NextAt - at).TotalMinutes);
        }

        pauses.ShouldBe([1, 5, 15, 60, 240, 0]);
        (letter.State, letter.Tries, letter.Fault).ShouldBe((LetterState.GivenUp, 6, "451 later"));
    }

    [Fact]
    public void What_is_refused_for_good_is_given_up_at_once()
    {
        var letter = New();
        letter.Claim(Now);
        letter.Refused("550 no such mail box", forGood: true, Now);

        (letter.State, letter.Tries).ShouldBe((LetterState.GivenUp, 1));
    }

    [Fact]
    public void Only_what_failed_is_sent_anew()
    {
        var letter = New();
        Should.Throw<RuleViolation>(() => letter.TryAgain(Now)).Code.ShouldBe("letter.not-failed");

        letter.Claim(Now);
        letter.Lost("the connection broke");
        letter.TryAgain(Now);

        (letter.State, letter.Tries).ShouldBe((LetterState.Waiting, 0));
    }

    private static Letter New() => new(Guid.NewGuid(), Guid.NewGuid(), "a@dx.vn", "vi", "Nhắc nộp", "Kính gửi", Now, null);
}

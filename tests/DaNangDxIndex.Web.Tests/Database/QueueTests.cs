namespace DaNangDxIndex.Database;

/// <summary>Whoever would wait longer than two seconds at the pace of the last one is told at once.</summary>
public sealed class QueueTests
{
    private readonly PassedTime _clock = new();
    private readonly Queue _queue;

    public QueueTests() => _queue = new(_clock);

    [Fact]
    public void A_hundred_wait_whatever_the_pace_and_no_more_before_anybody_is_served()
    {
        Join(Queue.AtLeast);
        _queue.IsTooLong.ShouldBeFalse();
        Join(1);
        _queue.IsTooLong.ShouldBeTrue();
    }

    [Fact]
    public void As_many_wait_as_are_served_in_two_seconds()
    {
        Join(700);
        Leave(300);
        _queue.IsTooLong.ShouldBeFalse("300 in this second, 400 wait");
        _clock.Seconds += 1;
        Join(200);
        _queue.IsTooLong.ShouldBeFalse("600 wait");
        Join(1);
        _queue.IsTooLong.ShouldBeTrue();
        Leave(1);
        _queue.IsTooLong.ShouldBeFalse();
    }

    [Fact]
    public void A_pace_is_forgotten_after_a_second_without_any()
    {
        Join(1000);
        Leave(600);
        _clock.Seconds += 1;
        _queue.IsTooLong.ShouldBeFalse();
        _clock.Seconds += 2;
        _queue.IsTooLong.ShouldBeTrue("400 wait, and nobody is served");
    }

    [Fact]
    public void A_queue_that_moves_takes_more()
    {
        Join(150);
        _queue.IsTooLong.ShouldBeTrue();
        Leave(50);
        _queue.IsTooLong.ShouldBeFalse();
        _queue.Waiting.ShouldBe(100);
    }

    private void Join(int people)
    {
        for (var person = 0; person < people; person++)
            _queue.Join();
    }

    private void Leave(int people)
    {
        for (var person = 0; person < people; person++)
            _queue.Leave();
    }
}

namespace DaNangDxIndex.Surveys;

public sealed class SurveySampleTests
{
    /// <summary>Values as textbooks print them to four digits, and the two ends.</summary>
    [Theory]
    [InlineData(8, 10, 49.01, 94.34)] // 0.4902 to 0.9433
    [InlineData(50, 100, 40.38, 59.62)] // 0.4038 to 0.5962
    [InlineData(81, 263, 25.52, 36.63)] // Newcombe 1998: 0.2553 to 0.3662
    [InlineData(15, 148, 6.23, 16.05)] // Newcombe 1998: 0.0624 to 0.1605
    [InlineData(0, 20, 0, 16.12)] // Newcombe 1998: 0.0000 to 0.1611
    [InlineData(1, 29, 0.61, 17.18)] // Newcombe 1998: 0.0061 to 0.1718
    [InlineData(20, 20, 83.88, 100)]
    public void The_interval_is_Wilsons_rounded_outwards(int satisfied, int answered, double low, double high) =>
        WilsonInterval.Of(satisfied, answered).ShouldBe(new((decimal)low, (decimal)high));

    [Fact]
    public void The_interval_holds_the_share_and_narrows_with_more_answers()
    {
        var few = WilsonInterval.Of(9, 12);
        var many = WilsonInterval.Of(900, 1200);
        few.Low.ShouldBeLessThan(75);
        few.High.ShouldBeGreaterThan(75);
        (many.High - many.Low).ShouldBeLessThan(few.High - few.Low);
    }

    [Theory]
    [InlineData(29, 30, null)]
    [InlineData(30, 30, 66.67)]
    public void Below_the_least_number_of_answers_there_is_no_value(int answered, int least, double? value)
    {
        var sample = new SurveySample(2025, "a", "satisfaction");
        sample.Take(60, least, 60, answered, 20);
        sample.Value.ShouldBe((decimal?)value);
        sample.IsEnough.ShouldBe(value is not null);
    }

    [Fact]
    public void A_plan_has_no_result_yet()
    {
        var sample = new SurveySample(2025, "a", "satisfaction");
        sample.Take(60, 30, null, null, null);
        sample.Value.ShouldBeNull();
        sample.Interval.ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 1, 1, 1, 1)]
    [InlineData(10, 11, 5, 5, 5)]
    [InlineData(10, 5, 4, 5, 5)]
    [InlineData(10, 5, 6, 5, 6)]
    [InlineData(10, 5, null, 5, 5)]
    public void Numbers_that_cannot_be_are_refused(int wanted, int least, int? sent, int? answered, int? satisfied) =>
        SurveySample.Fault(wanted, least, sent, answered, satisfied).ShouldNotBeNull();
}

namespace DaNangDxIndex.Text;

public class VietNamTimeTests
{
    [Fact]
    public void A_day_ends_with_its_last_minute_and_never_reads_as_the_next_day()
    {
        var end = VietNamTime.EndOf(new(2026, 12, 31));

        end.ShouldBe(new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero));
        VietNamTime.Deadline(end, "vi").ShouldBe("23:59 ngày 31/12/2026");
        VietNamTime.Deadline(end, "en").ShouldBe("23:59 on 31 December 2026");
    }

    [Fact]
    public void A_deadline_within_the_day_reads_as_it_is() =>
        VietNamTime.Deadline(VietNamTime.At(new(2026, 12, 31), new(17, 0)), "vi").ShouldBe("17:00 ngày 31/12/2026");

    [Fact]
    public void Nothing_else_in_the_program_knows_of_seven_hours()
    {
        var sources = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(sources.FullName, "DaNangDxIndex.sln")))
            sources = sources.Parent.ShouldNotBeNull();
        var known = new[] { "FromHours(7)", "AddHours(7)", "Asia/Ho_Chi_Minh" };

        Directory.EnumerateFiles(Path.Combine(sources.FullName, "src"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
                && !file.Contains("node_modules"))
            .Where(file => known.Any(File.ReadAllText(file).Contains)).Select(Path.GetFileName)
            .ShouldBe(["VietNamTime.cs"]);
    }

    [Fact]
    public void The_day_turns_at_midnight_in_Viet_Nam()
    {
        var turn = new DateTimeOffset(2026, 3, 4, 17, 0, 0, TimeSpan.Zero);

        VietNamTime.DayOf(turn).ShouldBe(new DateOnly(2026, 3, 5));
        VietNamTime.DayOf(turn.AddTicks(-1)).ShouldBe(new DateOnly(2026, 3, 4));
        VietNamTime.HourAndDay(turn, "vi").ShouldBe("00:00 ngày 05/03/2026");
        VietNamTime.Day(turn, "en").ShouldBe("5 March 2026");
    }
}

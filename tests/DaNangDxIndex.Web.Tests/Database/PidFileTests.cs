using System.Diagnostics;
using System.Globalization;
using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// PostgreSQL's own mark that a server works on its data. Who takes it away while the server lives lets a second one in, and two spoil the
/// data: whatever comes and goes beside the server, the file is the same one as before, to the letter and to its place on the disk.
/// </summary>
public sealed class PidFileTests : IDisposable
{
    private readonly string _folder = RunFolder.Make("pid-file");
    private readonly List<WebProcess> _programs = [];

    [Fact]
    public async Task It_stays_as_it_is_while_its_server_lives_whoever_comes_and_goes()
    {
        await PreparedFolder.CopyToAsync(_folder);
        var first = Started(WebProcess.OverFolder(_folder));
        await first.UntilReadyAsync();
        var (mark, server) = (Mark(), Server());

        var second = Started(WebProcess.OverFolder(_folder));
        await second.UntilReadyAsync();
        Mark().ShouldBe(mark, "a second program came");

        second.Kill();
        Mark().ShouldBe(mark, "it was killed");

        var third = Started(WebProcess.OverFolder(_folder));
        await third.UntilReadyAsync();
        third.Signal("TERM");
        (await third.ExitCodeAsync()).ShouldBe(0);
        Mark().ShouldBe(mark, "a third came and was asked to stop");

        (await Started(WebProcess.OverFolder(_folder, ("DX_POSTGRES", "/nowhere"))).ExitCodeAsync()).ShouldBe(1);
        Mark().ShouldBe(mark, "one came that found no PostgreSQL");

        WebProcess.Signal("STOP", server);
        try
        {
            (await Started(WebProcess.OverFolder(_folder)).ExitCodeAsync()).ShouldBe(1);
            Mark().ShouldBe(mark, "one came while the server hung");
        }
        finally
        {
            WebProcess.Signal("CONT", server);
        }
        await first.UntilReadyAsync();
        Mark().ShouldBe(mark, "it answers again");

        // The server goes with the program that started it, and takes its file along; whoever is left starts one anew.
        var last = Started(WebProcess.OverFolder(_folder));
        await last.UntilReadyAsync();
        first.Kill();
        await Eventually.HoldsAsync(() => Number() is { } now && now != server);
        IsServer(server).ShouldBeFalse("there are not two");
        await last.UntilReadyAsync();
    }

    public void Dispose()
    {
        foreach (var program in _programs)
            program.Dispose();
        NpgsqlConnection.ClearAllPools();
        PrivateServer.Remove(_folder);
    }

    private WebProcess Started(WebProcess program)
    {
        _programs.Add(program);
        return program;
    }

    private string Path => System.IO.Path.Combine(Directory.EnumerateDirectories(_folder, "pg*").ShouldHaveSingleItem(), "postmaster.pid");

    private int Server() => Number().ShouldNotBeNull();

    private int? Number()
    {
        try
        {
            return int.TryParse(File.ReadLines(Path).FirstOrDefault(), CultureInfo.InvariantCulture, out var number) ? number : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Place on the disk, last change, and what stands in it.</summary>
    private string Mark()
    {
        var ask = new ProcessStartInfo("stat", ["-c", "%i %Y", Path]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var stat = Process.Start(ask).ShouldNotBeNull();
        var place = stat.StandardOutput.ReadToEnd();
        stat.WaitForExit();
        return place + File.ReadAllText(Path);
    }

    /// <summary>Who has ended and is not yet laid to rest by who began it has no command any more.</summary>
    private static bool IsServer(int server)
    {
        try
        {
            return File.ReadAllText($"/proc/{server}/cmdline").Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }
}

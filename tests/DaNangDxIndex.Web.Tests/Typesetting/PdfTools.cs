using System.ComponentModel;
using System.Diagnostics;

namespace DaNangDxIndex.Typesetting;

/// <summary>Other people's readers of PDF, so that a file is judged by programs that did not write it.</summary>
internal static class PdfTools
{
    public static string Text(byte[] pdf, params string[] options) => Run("pdftotext", pdf, [.. options, "FILE", "-"]);

    public static string Fonts(byte[] pdf) => Run("pdffonts", pdf, ["FILE"]);

    public static string Facts(byte[] pdf, params string[] options) => Run("pdfinfo", pdf, [.. options, "FILE"]);

    public static string Check(byte[] pdf) => Run("qpdf", pdf, ["--check", "FILE"]);

    /// <summary>All objects and page contents in the clear.</summary>
    public static string Plain(byte[] pdf) => Run("qpdf", pdf, ["--qdf", "--object-streams=disable", "FILE", "-"]);

    public static string Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                StandardOutputEncoding = string.Equals(program, "qpdf", StringComparison.Ordinal)
                    ? System.Text.Encoding.Latin1
                    : System.Text.Encoding.UTF8,
            }) ?? throw new InvalidOperationException($"{program} did not start.");
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, $"{program}: {output}");
            return output;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"The tests read PDF files with {program}: apt-get install -y poppler-utils qpdf", missing);
        }
    }

    private static string Run(string program, byte[] pdf, string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            return Run(program, arguments.Select(argument => string.Equals(argument, "FILE", StringComparison.Ordinal) ? file : argument));
        }
        finally
        {
            File.Delete(file);
        }
    }
}

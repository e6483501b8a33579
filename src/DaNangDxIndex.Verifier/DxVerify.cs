using System.Reflection;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex;

/// <summary>The program itself, with its two outlets as arguments so that tests can run it whole.</summary>
public static class DxVerify
{
    public const int Done = 0;
    public const int Differs = 1;
    public const int Unusable = 2;

    public static int Run(IReadOnlyList<string> words, TextWriter output, TextWriter errors)
    {
        var culture = words.Contains("en", StringComparer.Ordinal) || words.Contains("--lang=en", StringComparer.Ordinal) ? "en" : "vi";
        try
        {
            return Do(words, culture, output, errors);
        }
        catch (UsageFault fault)
        {
            errors.WriteLine($"dx-verify: {fault.Sentence.In(culture)}");
        }
        catch (PaperFault fault)
        {
            errors.WriteLine($"dx-verify: {fault.Sentence.In(culture)}");
        }
        catch (RuleViolation violation)
        {
            errors.WriteLine($"dx-verify: {violation.Sentence.In(culture)} [{violation.Code}]");
        }
        catch (Exception fault) when (FileTrouble.Of(fault) is { } trouble)
        {
            errors.WriteLine($"dx-verify: {trouble.In(culture)}");
        }

        return Unusable;
    }

    private static int Do(IReadOnlyList<string> words, string culture, TextWriter output, TextWriter errors)
    {
        if (words.Count == 0 || words.Contains("--help", StringComparer.Ordinal) || words.Contains("-h", StringComparer.Ordinal))
        {
            output.WriteLine(Verbs.Help.In(culture));
            return words.Count == 0 ? Unusable : Done;
        }

        if (words.Contains("--version", StringComparer.Ordinal))
        {
            output.WriteLine(
                $"dx-verify {typeof(DxVerify).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}");
            return Done;
        }

        // "dx-verify bundle.zip" is short for "dx-verify verify bundle.zip".
        if (Path.GetExtension(words[0]).ToLowerInvariant() is ".zip" or ".pdf")
            words = [Verbs.Verify, .. words];
        var line = CommandLine.Parse(words);
        return line.Verb switch
        {
            Verbs.Score => ScoreFiles.Run(line, output, errors),
            Verbs.Verify => VerifyBundle.Run(line, output),
            _ => ExplainPoints.Run(line, output, errors),
        };
    }
}

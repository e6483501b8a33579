using DaNangDxIndex.Text;

namespace DaNangDxIndex;

/// <summary>The words behind the program's name: a verb, operands, and options with values ("--lang en" or "--lang=en").</summary>
public sealed class CommandLine
{
    private readonly List<(string Name, string Value)> _options = [];

    private CommandLine(string verb) => Verb = verb;

    public string Verb { get; }

    public List<string> Operands { get; } = [];

    /// <summary>The language of messages, "vi" unless asked otherwise.</summary>
    public string Culture => Last("--lang") ?? "vi";

    /// <exception cref="UsageFault">An unknown verb or option, an option without its value, a language other than vi and en.</exception>
    public static CommandLine Parse(IReadOnlyList<string> words)
    {
        var line = new CommandLine(Verbs.Named(words[0]));
        var known = Verbs.OptionsOf(line.Verb);
        for (var at = 1; at < words.Count; at++)
        {
            if (!words[at].StartsWith("--", StringComparison.Ordinal))
            {
                line.Operands.Add(words[at]);
                continue;
            }

            var equals = words[at].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? words[at] : words[at][..equals];
            if (!known.Contains(name, StringComparer.Ordinal))
                throw new UsageFault(Likeness.Unknown("tham số", "option", name, known));
            if (equals < 0 && Verbs.IsFlag(name))
            {
                line._options.Add((name, ""));
                continue;
            }

            if (equals < 0 && (at + 1 == words.Count || words[at + 1].StartsWith("--", StringComparison.Ordinal)))
                throw new UsageFault(new($"{name} cần một giá trị đi sau.", $"{name} needs a value after it."));
            line._options.Add((name, equals < 0 ? words[++at] : words[at][(equals + 1)..]));
        }

        if (line.Culture is not ("vi" or "en"))
            throw new UsageFault(
                new($"--lang là vi hoặc en, không phải “{line.Culture}”.", $"--lang is vi or en, not \"{line.Culture}\"."));
        return line;
    }

    public IReadOnlyList<string> All(string name) =>
        [.. _options.Where(option => string.Equals(option.Name, name, StringComparison.Ordinal)).Select(option => option.Value)];

    public bool Has(string flag) => All(flag).Count > 0;

    public string? Last(string name) => All(name) is [.., var value] ? value : null;

    /// <exception cref="UsageFault">The option was not given.</exception>
    public string Need(string name) =>
        Last(name) ?? throw new UsageFault(new($"Thiếu {name}. Xem dx-verify --help.", $"{name} is missing. See dx-verify --help."));

    /// <exception cref="UsageFault">A word stands where none is expected.</exception>
    public void RefuseOperands()
    {
        if (Operands is [var first, ..])
            throw new UsageFault(new(
                $"Không nhận biết được “{first}”; tệp đầu vào phải đứng sau --criteria, --figures, --agencies, --verdicts.",
                $"Unexpected argument \"{first}\"; input files follow --criteria, --figures, --agencies, --verdicts."));
    }
}

/// <summary>The command cannot be understood: the sentence says what to write. Exit code 2.</summary>
public sealed class UsageFault(Bilingual sentence) : Exception(sentence.En)
{
    public Bilingual Sentence { get; } = sentence;
}

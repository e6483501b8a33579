using System.Text.Json.Nodes;

namespace DaNangDxIndex.Criteria.Notation;

/// <summary>Reads one line by descent; the first thing that cannot be understood ends the reading and is told.</summary>
internal sealed class NotationReader(string text, string culture)
{
    private const int Deepest = 8;
    private readonly NotationTokens _tokens = new(text);

    public NotationReading Read()
    {
        try
        {
            var rule = Rule(0);
            return _tokens.AtEnd ? new(rule, null) : new(null, Unexpected());
        }
        catch (Misread misread)
        {
            return new(null, misread.Sentence);
        }
    }

    private JsonObject Rule(int depth)
    {
        if (depth > Deepest)
            throw new Misread(new(
                "Cách tính điểm lồng nhau quá sâu. Chia thành nhiều tiêu chí.",
                "The rule is nested too deeply. Split the criterion."));
        if (_tokens.Pass(NotationWords.Linear))
            return new() { ["linear"] = Linear() };
        if (_tokens.Pass(NotationWords.Steps))
            return new() { ["steps"] = Steps() };
        if (_tokens.Pass(NotationWords.Choice))
            return new() { ["choice"] = Choice() };
        if (_tokens.Pass(NotationWords.Sum))
            return new() { ["sum"] = Sum(depth) };
        if (_tokens.Pass(NotationWords.Best))
            return new() { ["best"] = Best(depth) };
        throw new Misread(new(
            $"Cách tính điểm bắt đầu bằng: tuyến tính, bậc, lựa chọn, tổng hoặc tốt nhất; ở đây là “{_tokens.Here}”.",
            $"A rule begins with linear, steps, choice, sum or best; here stands “{_tokens.Here}”."));
    }

    private JsonObject Linear()
    {
        var of = QuantityText.Read(_tokens.Until(":"));
        Expect(":");
        var linear = new JsonObject { ["of"] = of };
        if (_tokens.Pass(NotationWords.From))
            linear["from"] = Number(_tokens.Until(NotationWords.To));
        Expect(NotationWords.To);
        linear["to"] = _tokens.Pass(NotationWords.Highest) ? "highest"
            : _tokens.Pass(NotationWords.Lowest) ? "lowest"
            : Number(_tokens.Until(")", ";"));
        return linear;
    }

    private JsonObject Steps()
    {
        var of = QuantityText.Read(_tokens.Until(":"));
        Expect(":");
        return new()
        {
            ["of"] = of,
            ["levels"] = List(() => new JsonObject { ["at"] = Number(Left()), ["share"] = Number(_tokens.Until(";", ")")) }),
        };
    }

    private JsonObject Choice()
    {
        var of = _tokens.Until(":");
        Expect(":");
        var options = new JsonObject();
        do
        {
            var option = Left();
            if (!options.TryAdd(option, Number(_tokens.Until(";", ")"))))
                throw new Misread(new(
                    $"Phương án “{option}” xuất hiện hai lần. Chỉ giữ lại một.",
                    $"The option “{option}” appears twice. Keep one."));
        }
        while (_tokens.Pass(";"));
        return new() { ["of"] = of, ["options"] = options };
    }

    private JsonObject Sum(int depth)
    {
        var sum = new JsonObject();
        if (_tokens.Pass(NotationWords.AtMost))
            sum["cap"] = Number(_tokens.Until(":"));
        Expect(":");
        sum["parts"] = List(() =>
        {
            var weight = Number(_tokens.Until("×", "(", ";"));
            Expect("×");
            return new JsonObject { ["weight"] = weight, ["rule"] = Bracketed(depth) };
        });
        return sum;
    }

    private JsonArray Best(int depth)
    {
        Expect(":");
        return List(() => Bracketed(depth));
    }

    private JsonObject Bracketed(int depth)
    {
        Expect("(");
        var rule = Rule(depth + 1);
        Expect(")");
        return rule;
    }

    private JsonArray List(Func<JsonObject> item)
    {
        var items = new JsonArray();
        do
        {
            items.Add((JsonNode)item());
        }
        while (_tokens.Pass(";"));
        return items;
    }

    private string Left()
    {
        var left = _tokens.Until("=", ";", ")");
        Expect("=");
        return left;
    }

    private string Number(string typed)
    {
        if (typed.Length == 0)
            throw new Misread(new($"Thiếu một số trước “{_tokens.Here}”.", $"A number is missing before “{_tokens.Here}”."));
        var (number, refusal) = NotationNumber.Read(typed, culture);
        return number ?? throw new Misread(new($"“{typed}”: {refusal?.Vi}", $"“{typed}”: {refusal?.En}"));
    }

    private void Expect(Bilingual words)
    {
        if (!_tokens.Pass(words))
            throw new Misread(new($"Cần “{words.Vi}” trước “{_tokens.Here}”.", $"“{words.En}” is needed before “{_tokens.Here}”."));
    }

    private void Expect(string sign) => Expect(new Bilingual(sign, sign));

    private Bilingual Unexpected() => new(
        $"Không hiểu phần từ “{_tokens.Here}” trở đi.",
        $"What follows from “{_tokens.Here}” on is not understood.");

    private sealed class Misread(Bilingual sentence) : Exception(sentence.En)
    {
        public Bilingual Sentence { get; } = sentence;
    }
}

using System.Globalization;
using System.Text.Json;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <content>Reading the groups, which are nearly all of a publication.</content>
public static partial class PublishedEditionJson
{
    /// <summary>The groups of one publication. Whatever is said twice in it stands once in memory.</summary>
    private sealed class GroupReading
    {
        private readonly SaidBefore<string> _texts = new(text => text.GetString() ?? throw UnreadablePublication.Empty("text"));
        private readonly SaidBefore<PointsOf> _points;
        private readonly SaidBefore<CriterionPoints> _criteria;
        private readonly SaidBefore<SelfPoints> _selfAssessed;
        private readonly SaidBefore<ByCode<string>> _figures;
        private readonly SaidBefore<ByCode<ReasonCode>> _corrections;
        private readonly SaidBefore<ByCode<Provenance>> _provenance;
        private readonly SaidBefore<ByCode<PublishedDecision>> _decisions;
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private readonly HashSet<string[]> _codes = new(new SameCodes());

        private readonly CutText _text;
        private int _group;

        public GroupReading(CutText text)
        {
            _text = text;
            _points = new(json => new(Code(json), Number(json, "points"), Number(json, "maximum")));
            _criteria = new(json => new(
                Code(json), Word<ResultState>(Need(json, "state")), Number(json, "points"), Number(json, "maximum")));
            _selfAssessed = new(json => new(
                Code(json), Word<ResultState>(Need(json, "state")), MaybeNumber(json, "points"), Number(json, "maximum"),
                Find(json, "open") is { } open ? Word<OpenFor>(open) : null));
            _figures = new(json => Members(json, _texts.Of));
            _corrections = new(json => Members(json, Word<ReasonCode>));
            _provenance = new(json => Members(json, Word<Provenance>));
            _decisions = new(json => Members(json, ReadDecision));
        }

        public PublishedGroup Read(JsonElement json) => new(
            Text(json, "code"),
            ReadBilingual(json, "name"),
            CriteriaFile.Read(Need(json, "criteria").GetRawText()).Require(),
            Maybe(json, "before", before => new TableBefore(
                Whole(before, "year") ?? 0, Members(Need(before, "tiers"), count => count.GetInt32()))),
            _text.Items(_group, "entrants", ReadEntrant),
            _text.Items(_group++, "results", ReadResult));

        private Entrant ReadEntrant(JsonElement json) => new()
        {
            Agency = _texts.Of(Need(json, "agency")),
            Name = ReadBilingual(json, "name"),
            Parent = Find(json, "parent") is { } parent ? _texts.Of(parent) : null,
            ParentName = MaybeBilingual(json, "parentName"),
            Ranked = Flag(json, "ranked"),
            Submission = Word<Submission>(Need(json, "submission")),
            Declared = _figures.Of(Need(json, "declared")),
            Figures = _figures.Of(Need(json, "figures")),
            Corrections = _corrections.Of(Need(json, "corrections")),
            Provenance = _provenance.Of(Need(json, "provenance")),
            Decisions = _decisions.Of(Need(json, "decisions")),
            Answered = Find(json, "answered") is { } answered
                ? new SortedSet<string>(answered.EnumerateArray().Select(_texts.Of), StringComparer.Ordinal)
                : Entrant.NothingAnswered,
            Before = Maybe(json, "before", before => new ResultBefore(
                Whole(before, "year") ?? 0, Whole(before, "rank"), Whole(before, "ranked"),
                Find(before, "tier") is { } tier ? _texts.Of(tier) : null, MaybeText(before, "total"))),
        };

        private Result ReadResult(JsonElement json) => new()
        {
            Agency = _texts.Of(Need(json, "agency")),
            Rank = Whole(json, "rank"),
            Total = Text(json, "total"),
            Tier = Find(json, "tier") is { } tier ? _texts.Of(tier) : null,
            Base = Number(json, "base"),
            Applicable = Number(json, "applicable"),
            Converted = Number(json, "converted"),
            Bonus = Number(json, "bonus"),
            Penalty = Number(json, "penalty"),
            BeforeCap = Number(json, "beforeCap"),
            Components = Items(json, "components", _points.Of),
            Pillars = Items(json, "pillars", _points.Of),
            Criteria = Items(json, "criteria", _criteria.Of),
            Footnotes = Items(json, "footnotes", note => new Bilingual(Text(note, "vi"), Text(note, "en"))),
            SelfAssessed = Maybe(json, "selfAssessed", self => new SelfAssessed(
                Text(self, "total"), ReadOpen(Need(self, "open")), Items(self, "criteria", _selfAssessed.Of))),
        };

        private static OpenPart ReadOpen(JsonElement json) => new(
            Whole(json, "criteria") ?? 0,
            decimal.Parse(Text(json, "maximum"), CultureInfo.InvariantCulture),
            decimal.Parse(Text(json, "penalty"), CultureInfo.InvariantCulture));

        private string Code(JsonElement json) => _texts.Of(Need(json, "code"));

        /// <summary>The canonical text has them in order; another one may not.</summary>
        private ByCode<T> Members<T>(JsonElement json, Func<JsonElement, T> read)
        {
            var (codes, values) = (new string[json.GetPropertyCount()], new T[json.GetPropertyCount()]);
            foreach (var (place, member) in json.EnumerateObject().Index())
                (codes[place], values[place]) = (NameOf(member), read(member.Value));
            System.Array.Sort(codes, values, StringComparer.Ordinal);
            if (!_codes.TryGetValue(codes, out var known))
                _codes.Add(known = codes);
            return new(known, values);
        }

        private string NameOf(JsonProperty member)
        {
            if (!_names.TryGetValue(member.Name, out var known))
                _names.Add(known = member.Name);
            return known;
        }

        private sealed class SameCodes : IEqualityComparer<string[]>
        {
            public bool Equals(string[]? x, string[]? y) => x.AsSpan().SequenceEqual(y);

            public int GetHashCode(string[] obj) => obj.Aggregate(obj.Length, HashCode.Combine);
        }
    }

    private static PublishedDecision ReadDecision(JsonElement json) => new(
        Word<VerdictDecision>(Need(json, "decision")),
        MaybeNumber(json, "points"),
        Find(json, "reason") is { } reason ? Word<ReasonCode>(reason) : null);
}

using DaNangDxIndex.Accounts;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// A component of an agency's form, given by its approver to a colleague with a last day. Everybody of the agency may still enter
/// everywhere: the part says whose work it is, and when that person holds it to be done.
/// </summary>
public sealed class FormPart(int year, string agency, string component)
{
    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    /// <summary>Code of the component.</summary>
    public string Component { get; private set; } = component;

    public Guid Holder { get; private set; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly Due { get; private set; }

    public Guid GivenBy { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>When the holder signed it off inside the agency; null while it is in hand.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Anew too: what is given again is not done any more.</summary>
    public void Give(Guid holder, DateOnly due, Guid by, DateTimeOffset at)
    {
        (Holder, Due, GivenBy, GivenAt, DoneAt) = (holder, due, by, at, null);
        Version++;
    }

    /// <summary>The holder has left, and a successor goes on with it as it is.</summary>
    public void HandTo(Guid successor)
    {
        Holder = successor;
        Version++;
    }

    /// <summary>Blank figures do not stand in the way: who holds the part knows what there is.</summary>
    /// <exception cref="RuleViolation"><c>part.not-holder</c></exception>
    public void SignOff(Actor actor, DateTimeOffset at)
    {
        FormPartRules.RequireHolder(this, actor);
        DoneAt = at;
        Version++;
    }

    /// <exception cref="RuleViolation"><c>part.not-holder</c></exception>
    public void TakeUpAgain(Actor actor)
    {
        FormPartRules.RequireHolder(this, actor);
        DoneAt = null;
        Version++;
    }

    /// <param name="here">The holder still enters figures for the agency.</param>
    /// <param name="lastChange">Of the part's figures; null where none was entered.</param>
    public FormPartState StateOf(bool here, DateTimeOffset? lastChange, DateTimeOffset now) => (DoneAt, here) switch
    {
        ({ } done, _) => lastChange > done ? FormPartState.ChangedSince : FormPartState.Done,
        (null, false) => FormPartState.Nobodys,
        (null, true) => VietNamTime.DayOf(now) > Due ? FormPartState.Late : FormPartState.InHand,
    };
}

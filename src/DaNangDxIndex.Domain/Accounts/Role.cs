namespace DaNangDxIndex.Accounts;

/// <summary>What a person may do inside one tenant (assessor cán bộ nhập số liệu … auditor giám sát).</summary>
public enum Role
{
    /// <summary>The agency's specialist, who enters figures.</summary>
    Assessor,

    /// <summary>The agency's leader, who approves and submits.</summary>
    Approver,

    /// <summary>Checks the figures and criteria whose verifying unit is this person's agency.</summary>
    Appraiser,

    /// <summary>Closes the rounds, returns assessments, reopens criteria.</summary>
    LeadAppraiser,

    /// <summary>The standing office: sets up the edition, loads survey and system figures, watches progress.</summary>
    Office,

    /// <summary>The steering committee: publishes, corrects, withdraws.</summary>
    Signatory,

    /// <summary>Keeps the accounts of one agency, this person's: those who enter and those who approve, nobody else.</summary>
    AgencyAdministrator,

    /// <summary>Keeps the accounts of the tenant; sees no scores that are not public.</summary>
    Administrator,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor,
}

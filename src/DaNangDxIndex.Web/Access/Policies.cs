using DaNangDxIndex.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace DaNangDxIndex.Access;

/// <summary>
/// Who may come in. Every page and endpoint names one of these, or [AllowAnonymous]. Where the address names an {agency},
/// those who enter and approve must belong to it, and those who appraise must not.
/// </summary>
public static class Policies
{
    public const string SignedIn = "signedIn";
    public const string Assessor = "assessor";
    public const string Approver = "approver";
    /// <summary>Assessor or approver.</summary>
    public const string AgencyStaff = "agencyStaff";
    public const string Appraiser = "appraiser";
    public const string LeadAppraiser = "leadAppraiser";
    /// <summary>Appraiser or lead appraiser.</summary>
    public const string Appraisal = "appraisal";
    public const string Office = "office";
    public const string Signatory = "signatory";
    /// <summary>Office or signatory.</summary>
    public const string Publishing = "publishing";
    /// <summary>Office or administrator.</summary>
    public const string SettingUp = "settingUp";
    public const string Administrator = "administrator";
    /// <summary>Administrator, or the agency's own for its people (<see cref="RoleRules.Keeps"/>).</summary>
    public const string Accounts = "accounts";
    /// <summary>Auditor, or administrator, who sees from where requests came.</summary>
    public const string Trail = "trail";
    /// <summary>Office, signatory, administrator or auditor: who answers for what happened after a deadline.</summary>
    public const string AfterClose = "afterClose";

    /// <summary>Signatory, or whoever keeps accounts: whose acts may want a second person.</summary>
    public const string Proposals = "proposals";

    internal static void AddTo(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        Add(Assessor, AgencyOfAddress.Own, Role.Assessor);
        Add(Approver, AgencyOfAddress.Own, Role.Approver);
        Add(AgencyStaff, AgencyOfAddress.Own, Role.Assessor, Role.Approver);
        Add(Appraiser, AgencyOfAddress.Foreign, Role.Appraiser);
        Add(LeadAppraiser, AgencyOfAddress.Foreign, Role.LeadAppraiser);
        Add(Appraisal, AgencyOfAddress.Foreign, Role.Appraiser, Role.LeadAppraiser);
        Add(Office, AgencyOfAddress.Any, Role.Office);
        Add(Signatory, AgencyOfAddress.Any, Role.Signatory);
        Add(Publishing, AgencyOfAddress.Any, Role.Office, Role.Signatory);
        Add(SettingUp, AgencyOfAddress.Any, Role.Office, Role.Administrator);
        Add(Administrator, AgencyOfAddress.Any, Role.Administrator);
        Add(Accounts, AgencyOfAddress.Any, Role.Administrator, Role.AgencyAdministrator);
        Add(Trail, AgencyOfAddress.Any, Role.Auditor, Role.Administrator);
        Add(AfterClose, AgencyOfAddress.Any, Role.Office, Role.Signatory, Role.Administrator, Role.Auditor);

        Add(Proposals, AgencyOfAddress.Any, Role.Signatory, Role.Administrator, Role.AgencyAdministrator);

        void Add(string name, AgencyOfAddress agency, params Role[] roles) => options.AddPolicy(name, policy => policy
            .RequireAuthenticatedUser()
            .RequireRole(roles.Select(role => role.Code()))
            .AddRequirements(new AgencyRequirement(agency)));
    }
}

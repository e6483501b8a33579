using System.Security.Cryptography;
using System.Text.Json;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace DaNangDxIndex.Accounts.Proposals;

/// <summary>The act that waits: nobody reads a secret in it, and nobody changes it between one person and the other.</summary>
public sealed class ProposalSeal(IDataProtectionProvider protection, CurrentTenant tenant)
{
    internal string Seal<T>(Guid proposal, T command) => For(proposal).Protect(JsonSerializer.Serialize(command));

    /// <exception cref="RuleViolation"><c>proposal.unreadable</c>: the keys it was sealed by are gone.</exception>
    internal T Open<T>(Proposal proposal)
        where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize<T>(For(proposal.Id).Unprotect(proposal.Content)) is { } command)
                return command;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            // Told below.
        }
        throw new RuleViolation("proposal.unreadable", new(
            "Không đọc được nội dung đề nghị này nữa. Không xác nhận; đề nghị lại từ đầu.",
            "What was asked for cannot be read any more. Refuse it, and ask anew."));
    }

    private IDataProtector For(Guid proposal) =>
        protection.CreateProtector(nameof(ProposalSeal), tenant.Required.Id.ToString(), proposal.ToString());
}

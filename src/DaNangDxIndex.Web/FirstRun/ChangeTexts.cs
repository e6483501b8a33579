using System.Text.Json;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.FirstRun;

/// <summary>
/// Names, issuer, place and colours of the tenant, as its pages and documents bear them from now on. What is published stays as it is.
/// </summary>
public sealed class ChangeTexts(DxIndexDb db, CurrentTenant current, Tenants tenants, Acts acts)
{
    /// <param name="Version">Of the texts that were on screen.</param>
    public sealed record Command(Bilingual Name, Letterhead Letterhead, string Hue, int Version);

    public sealed class Rules : AbstractValidator<Command>
    {
        private const int Longest = 200;

        public Rules()
        {
            Text(command => command.Name.Vi, "NameVi");
            Text(command => command.Name.En, "NameEn");
            Text(command => command.Letterhead.Authority.Vi, "AuthorityVi");
            Text(command => command.Letterhead.Authority.En, "AuthorityEn");
            Text(command => command.Letterhead.Issuer.Vi, "IssuerVi");
            Text(command => command.Letterhead.Issuer.En, "IssuerEn");
            Text(command => command.Letterhead.Place.Vi, "PlaceVi");
            Text(command => command.Letterhead.Place.En, "PlaceEn");
            RuleFor(command => command.Hue).Must(hue => FirstRun.Hue.All.Any(known => known.Code == hue)).WithErrorCode("HueUnknown");
        }

        private void Text(System.Linq.Expressions.Expression<Func<Command, string>> of, string field) =>
            RuleFor(of).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("TextMissing")
                .MaximumLength(Longest).WithErrorCode("TextLong").OverridePropertyName(field);
    }

    /// <exception cref="ChangedMeanwhile"/>
    public async Task HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var before = current.Required;
        var letterhead = JsonSerializer.Serialize(command.Letterhead, JsonSerializerOptions.Web);
        var changed = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE tenant SET name_vi = {command.Name.Vi}, name_en = {command.Name.En}, letterhead = {letterhead}::jsonb, hue = {command.Hue}, version = version + 1
            WHERE id = {before.Id} AND version = {command.Version}
            """, ct);
        if (changed == 0)
            throw new ChangedMeanwhile();
        await act.KeepAsync("tenant.texts", "tenant",
            new { before.Name, before.Letterhead, before.Hue }, new { command.Name, command.Letterhead, command.Hue }, ct);
        tenants.Forget();
    }
}

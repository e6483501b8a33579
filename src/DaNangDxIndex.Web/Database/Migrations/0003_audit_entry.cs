using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DaNangDxIndex.Database.Migrations;

[DbContext(typeof(DxIndexDb)), Migration("0003_audit_entry")]
internal sealed class M0003AuditEntry : SqlMigration;

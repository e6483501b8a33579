using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DaNangDxIndex.Database.Migrations;

[DbContext(typeof(DxIndexDb)), Migration("0001_tenant")]
internal sealed class M0001Tenant : SqlMigration;

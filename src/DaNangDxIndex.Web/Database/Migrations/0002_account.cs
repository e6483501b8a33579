using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DaNangDxIndex.Database.Migrations;

[DbContext(typeof(DxIndexDb)), Migration("0002_account")]
internal sealed class M0002Account : SqlMigration;

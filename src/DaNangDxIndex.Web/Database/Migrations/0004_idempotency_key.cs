using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DaNangDxIndex.Database.Migrations;

[DbContext(typeof(DxIndexDb)), Migration("0004_idempotency_key")]
internal sealed class M0004IdempotencyKey : SqlMigration;

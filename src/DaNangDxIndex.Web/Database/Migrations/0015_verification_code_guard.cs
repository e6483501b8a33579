using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DaNangDxIndex.Database.Migrations;

[DbContext(typeof(DxIndexDb)), Migration("0015_verification_code_guard")]
internal sealed class M0015VerificationCodeGuard : SqlMigration;

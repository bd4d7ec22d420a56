namespace Voucherify.Loyalties.Tests.CodeGen;

/// <summary>The documents that code is generated from, and where the code is.</summary>
internal static class Documents
{
    public const string FixtureNamespace = "Voucherify.Loyalties.Tests.CodeGen.Fixture";

    private static readonly string[] FixturePath = ["tests", "Voucherify.Loyalties.Tests", "CodeGen", "Fixture"];

    public static string Own => Repository.Read("src", "Voucherify.Loyalties", "OpenApi", "loyalties.json");

    public static string OwnOutput => Repository.PathTo("src", "Voucherify.Loyalties", "Generated");

    public static string Fixture => Repository.Read([.. FixturePath, "fixture.json"]);

    public static string FixtureOutput => Repository.PathTo([.. FixturePath, "Generated"]);
}

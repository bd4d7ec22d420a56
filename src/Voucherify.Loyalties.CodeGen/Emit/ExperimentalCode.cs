namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The attribute of what the vendor still changes. A program that uses it must suppress the diagnostic.</summary>
internal static class ExperimentalCode
{
    private const string Diagnostic = "VLOY0002";

    public static string? Using(bool isExperimental) => isExperimental ? "System.Diagnostics.CodeAnalysis" : null;

    public static CodeWriter Experimental(this CodeWriter writer, bool isExperimental) =>
        isExperimental ? writer.Line($"[Experimental(\"{Diagnostic}\")]") : writer;
}

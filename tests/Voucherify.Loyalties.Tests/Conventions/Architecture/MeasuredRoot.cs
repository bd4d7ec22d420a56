namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>The checkout that is measured: that of the tests, or the one that an environment variable names.</summary>
internal static class MeasuredRoot
{
    public const string Variable = "VOUCHERIFY_ARCH_ROOT";

    public static string Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } root
        ? System.IO.Path.GetFullPath(root)
        : Repository.Root;
}

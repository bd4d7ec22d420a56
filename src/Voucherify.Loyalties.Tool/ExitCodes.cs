namespace Voucherify.Loyalties.Tool;

/// <summary>The exit codes of the tool.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It was refused, or it failed, or a comparison found differences. Nothing is unknown.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the environment is invalid. Nothing was sent.</summary>
    public const int InvalidUsage = 2;

    /// <summary>It is not known whether points moved. The message says how to find out.</summary>
    public const int Unknown = 3;

    /// <summary>What a shell reports for a program that Ctrl+C ended. Nothing was sent.</summary>
    public const int Cancelled = 130;
}

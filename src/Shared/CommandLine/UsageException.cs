namespace Voucherify.Loyalties.CommandLine;

/// <summary>The command line or an environment variable is invalid. The message says what to change.</summary>
internal sealed class UsageException(string message) : Exception(message);

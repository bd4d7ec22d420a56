namespace LoyaltyConsole;

/// <summary>The command line or the environment makes no sense; the message says what to change.</summary>
internal sealed class UsageException(string message) : Exception(message);

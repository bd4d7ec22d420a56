namespace LoyaltyConsole.Chaos;

/// <summary>The comparison was stopped. The message tells how far it was.</summary>
internal sealed class ChaosStoppedException(string message, Exception inner) : OperationCanceledException(message, inner);

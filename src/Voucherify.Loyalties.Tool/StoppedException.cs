namespace Voucherify.Loyalties.Tool;

/// <summary>A long command was stopped. The message tells what was done, and how it goes on.</summary>
internal sealed class StoppedException(string message, Exception inner) : OperationCanceledException(message, inner);

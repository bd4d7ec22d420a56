namespace Voucherify.Loyalties.Tool;

/// <summary>The project does not have what a command line names. The message says what.</summary>
internal sealed class NotFoundException(string message) : Exception(message);

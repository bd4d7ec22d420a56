namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>A request to the control API is invalid. The message says what to change.</summary>
internal sealed class ControlInputException(string message) : Exception(message);

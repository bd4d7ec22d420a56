namespace LoyaltySending;

/// <summary>How an attempt to send an item ended.</summary>
/// <param name="Kind">Whether it was applied.</param>
/// <param name="WindowLeft">How long it can still be applied, if that is unknown.</param>
/// <param name="Error">Why it was not applied.</param>
public readonly record struct SendResult(SendKind Kind, TimeSpan WindowLeft = default, Exception? Error = null);

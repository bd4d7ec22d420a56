namespace Voucherify.Loyalties.Tool.Commands;

/// <summary>How an adjustment is made and shown.</summary>
/// <param name="Resume">Whether it may have been sent before.</param>
/// <param name="DryRun">Whether it is only shown.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal readonly record struct AdjustmentMode(bool Resume, bool DryRun, bool IsJson);

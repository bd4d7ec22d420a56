namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>A fault that strikes the next requests.</summary>
internal sealed record NextFault
{
    public required string Fault { get; init; }

    // Settable, because the source generator would overwrite the default of an init-only property.
    public int Times { get; set; } = 1;
}

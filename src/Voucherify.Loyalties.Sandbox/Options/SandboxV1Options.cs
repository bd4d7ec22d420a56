namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>
/// Settings of the v1 API of a sandbox: what it does where Voucherify's documentation says nothing.
/// </summary>
public sealed class SandboxV1Options
{
    /// <summary>
    /// What happens to a second adjustment of a card with the same <c>source_id</c>. Default: <see cref="SandboxPolicy.Accept"/>
    /// (assumed: nothing is documented). <see cref="SandboxPolicy.Reject"/> returns 400 <c>duplicate_source_id</c>.
    /// </summary>
    public SandboxPolicy RepeatedSourceId { get; init; } = SandboxPolicy.Accept;

    /// <summary>
    /// What happens to an adjustment by 0 points. Default: <see cref="SandboxPolicy.Reject"/> with 400 <c>invalid_payload</c>
    /// (assumed). <see cref="SandboxPolicy.Accept"/> returns 200, changes nothing and leaves no transaction.
    /// </summary>
    public SandboxPolicy ZeroPoints { get; init; } = SandboxPolicy.Reject;

    /// <summary>
    /// What happens to an adjustment of a card that has no holder. Default: <see cref="SandboxPolicy.Reject"/> with 400
    /// <c>not_published</c> (the refusal is documented, its error is assumed).
    /// </summary>
    public SandboxPolicy CardWithoutHolder { get; init; } = SandboxPolicy.Reject;

    /// <summary>
    /// What happens to a removal of more points than the card has. Default: <see cref="SandboxPolicy.Reject"/> with 400
    /// <c>loyalty_card_points_exceeded</c> (assumed). <see cref="SandboxPolicy.Accept"/> removes the points that are there, if there are
    /// any, and the response says how many.
    /// </summary>
    public SandboxPolicy RemovalBeyondBalance { get; init; } = SandboxPolicy.Reject;

    /// <summary>
    /// What happens to a transfer of which one part cannot be executed. Default: <see cref="SandboxPolicy.Reject"/>, no points move
    /// (assumed). <see cref="SandboxPolicy.Accept"/> moves the parts before it, and still returns its error.
    /// </summary>
    public SandboxPolicy PartialTransfers { get; init; } = SandboxPolicy.Reject;

    /// <summary>
    /// When points expire that were added without an <c>expiration_type</c>. Default: <see cref="SandboxExpiration.ProgramRules"/>
    /// (assumed).
    /// </summary>
    public SandboxExpiration DefaultExpiration { get; init; } = SandboxExpiration.ProgramRules;

    /// <summary>
    /// The sign of <c>points</c> in the response to an adjustment. Default: <see cref="SandboxResponseSign.AsRequested"/> (assumed).
    /// </summary>
    public SandboxResponseSign ResponseSign { get; init; } = SandboxResponseSign.AsRequested;
}

namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>A loyalty card to add to the sandbox.</summary>
public sealed record SandboxCardSeed
{
    /// <summary>The code: the member id in the routes of the API.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// The name or id of a campaign that was added before. Default: a campaign of the sandbox's own, whose points never expire.
    /// </summary>
    public string? Campaign { get; init; }

    /// <summary>
    /// The opening balance, with one bucket for each entry. It appears in no transaction and not in the journal. Default: none.
    /// </summary>
    public IReadOnlyList<SandboxPoints> Points { get; init; } = [];

    /// <summary>The voucher id. Default: a generated <c>v_...</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Whether a customer holds the card. The balance of a card without a holder cannot be adjusted. Default: true.</summary>
    public bool HasHolder { get; init; } = true;
}

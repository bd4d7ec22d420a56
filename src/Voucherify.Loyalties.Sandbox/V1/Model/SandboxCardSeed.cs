using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox;

/// <summary>A loyalty card to put into the sandbox.</summary>
public sealed record SandboxCardSeed
{
    /// <summary>The code: the member id of the API's routes.</summary>
    public required string Code { get; init; }

    /// <summary>Name or id of a campaign that was added before. Default: a campaign of the sandbox's own, without expiration.</summary>
    public string? Campaign { get; init; }

    /// <summary>The opening balance, one bucket for each entry. It is in no transaction and not in the journal. Default: none.</summary>
    public IReadOnlyList<SandboxPoints> Points { get; init; } = [];

    /// <summary>The voucher id. Default: a generated <c>v_...</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Whether a customer holds the card: without one its balance cannot be adjusted. Default: true.</summary>
    public bool HasHolder { get; init; } = true;
}

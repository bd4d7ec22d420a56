namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>A member of a loyalty program of the v2 API.</summary>
public sealed record SandboxMember
{
    /// <summary>The id, <c>lmbr_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the program, <c>lprg_...</c>.</summary>
    public required string ProgramId { get; init; }

    /// <summary>The id of the customer, <c>cust_...</c>.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The caller's id of the customer, or null.</summary>
    public string? CustomerSourceId { get; init; }

    /// <summary>The ids of the cards, <c>lcrd_...</c>: one for each card definition of the program.</summary>
    public required IReadOnlyList<string> CardIds { get; init; }

    /// <summary>The id of the first card. The program of <see cref="SandboxV2.AddProgram"/> has one card a member.</summary>
    public string CardId => CardIds[0];
}

using Refit;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The routes for Refit, with the models of the floor.</summary>
internal interface IFloorApi
{
    [Post("/v1/loyalties/members/{card}/balance")]
    Task<FloorBalance> AdjustAsync(string card, [Body] FloorAdjustment adjustment, CancellationToken cancellationToken);

    [Get("/v1/loyalties/members/{card}")]
    Task<FloorMember> GetMemberAsync(string card, CancellationToken cancellationToken);

    [Get("/v1/loyalties/members/{card}/transactions")]
    Task<FloorTransactions> ListAsync(string card, int limit, string order, CancellationToken cancellationToken);
}

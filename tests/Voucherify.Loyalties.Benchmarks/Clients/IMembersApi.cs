using Refit;
using Voucherify.Loyalties.Benchmarks.Clients.Models;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The routes for Refit.</summary>
internal interface IMembersApi
{
    [Post("/v1/loyalties/members/{card}/balance")]
    Task<Balance> AdjustAsync(string card, [Body] Adjustment adjustment, CancellationToken cancellationToken);

    [Get("/v1/loyalties/members/{card}")]
    Task<Member> GetMemberAsync(string card, CancellationToken cancellationToken);

    [Get("/v1/loyalties/members/{card}/transactions")]
    Task<TransactionPage> ListAsync(string card, int limit, string order, CancellationToken cancellationToken);
}

using Refit;

namespace LoyaltyConsole.Chaos;

/// <summary>The adjustment of a balance, as a Refit interface.</summary>
internal interface INaiveApi
{
    [Post("/v1/loyalties/members/{card}/balance")]
    Task<NaiveBalance> AdjustAsync(string card, [Body] NaiveAdjustment adjustment, CancellationToken cancellationToken);
}

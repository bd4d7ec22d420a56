using Refit;

namespace LoyaltyConsole.Chaos;

/// <summary>The adjustments of both versions, as a Refit interface.</summary>
internal interface INaiveApi
{
    [Post("/v1/loyalties/members/{card}/balance")]
    Task<NaiveBalance> AdjustAsync(string card, [Body] NaiveAdjustment adjustment, CancellationToken cancellationToken);

    [Post("/v2/loyalties/programs/{program}/members/{member}/cards/{card}/points")]
    Task<NaiveTransaction> AdjustAsync(
        string program, string member, string card, [Body] NaiveCardAdjustment adjustment, CancellationToken cancellationToken);
}

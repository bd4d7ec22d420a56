using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.Queue;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;
using MemberId = Voucherify.Loyalties.V2.MemberId;

namespace Voucherify.Loyalties.Tests.Readme;

/// <summary>The code blocks of the README, compiled. <see cref="Docs.PageTests"/> compares both.</summary>
internal static class Snippets
{
    public static async Task FirstAsync(string appId, string appToken, ProgramId programId, MemberId memberId, CardId cardId)
    {
        #region snippet
        using var client = new LoyaltyClient(new LoyaltyClientOptions { Credentials = LoyaltyCredentials.ApiKey(appId, appToken) });
        PointsAdjustment gift = await client.V2.Cards.AddPointsAsync(programId, memberId, cardId, 100, sourceId: "order-1001");
        Console.WriteLine($"{gift.Points} points for {gift.SourceId}");
        #endregion

        await SecondAsync(client);
    }

    private static async Task SecondAsync(LoyaltyClient client)
    {
        #region snippet
        BalanceResult result = await client.V1.Members.AddPointsAsync("MmFAzfDe", 100, sourceId: "order-1001");
        Console.WriteLine($"{result.Balance} points after {result.SourceId}");
        #endregion
    }

    public static async Task<long> TestAsync()
    {
        #region snippet
        var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCard("MmFAzfDe", points: 500);
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());

        await client.V1.Members.AdjustBalanceAsync("MmFAzfDe", -200);

        Console.WriteLine(sandbox.V1.GetCard("MmFAzfDe").Balance); // 300
        #endregion

        return sandbox.V1.GetCard("MmFAzfDe").Balance;
    }

    public static async Task QueueAsync(IServiceCollection services, string file, IAdjustmentQueue queue, DbTransaction transaction)
    {
        #region snippet
        services.AddVoucherifyLoyaltyQueue().UseSqlite(file).WithWorker();
        #endregion

        #region snippet
        await queue.EnqueueAsync(new QueuedAdjustment { MemberId = "MmFAzfDe", Points = 100, SourceId = "order-1001" }, transaction);
        #endregion
    }
}

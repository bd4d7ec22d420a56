using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.Queue;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
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

    public static async Task ThirdAsync(Task call)
    {
        try
        {
            await call;
        }
        #region snippet
        catch (LoyaltyOutcomeUnknownException unknown)
        {
            WriteOutcome outcome = await unknown.WaitForOutcomeAsync();
            Console.WriteLine($"order-1001: {outcome.Kind}");
        }
        #endregion
    }

    public static async Task<long> TestAsync()
    {
        #region snippet
        var sandbox = LoyaltySandbox.Create();
        SandboxMember anna = sandbox.V2.AddMember(sandbox.V2.AddProgram().Id, "anna", points: 200);
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());
        #endregion

        #region snippet
        sandbox.Faults.AppliesTo = SandboxFaultTargets.Writes;
        sandbox.Faults.Next(SandboxFault.LoseResponse);
        await client.V2.Cards.AddPointsAsync(anna.ProgramId, anna.Id, anna.CardId, 100, sourceId: "order-1001");
        Console.WriteLine(sandbox.V2.GetCard(anna.CardId).Balance); // 300
        #endregion

        return sandbox.V2.GetCard(anna.CardId).Balance;
    }

    public static async Task QueueAsync(IServiceCollection services, string file, IAdjustmentQueue queue, DbTransaction transaction)
    {
        #region snippet
        services.AddVoucherifyLoyaltyQueue().UseSqlite(file).WithWorker();
        #endregion

        #region snippet
        await queue.EnqueueAsync(new QueuedAdjustment { MemberId = "MmFAzfDe", Points = 100, SourceId = "order-1001" }, transaction);
        #endregion

        var connectionString = file;

        #region snippet
        services.AddVoucherifyLoyaltyQueue().UsePostgreSql(connectionString).WithWorker();
        #endregion
    }
}

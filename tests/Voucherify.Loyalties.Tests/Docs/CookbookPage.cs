using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.Queue;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The code of docs/cookbook.md.</summary>
public sealed class CookbookPage
{
    [Fact]
    public async Task An_order_is_credited_refunded_and_shown()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var sandbox = LoyaltySandbox.Create();
        ProgramId programId = sandbox.V2.AddProgram(expiresAfterMonths: 12).Id;
        sandbox.V2.AddMember(programId.Value, "customer-42", points: 50);
        using var client = TestClientBuilder.ForSandbox(sandbox).WithHandler(sandbox.CreateHandler()).Build();

        #region snippet
        var customer = CustomerIdentification.BySource("customer-42");
        Membership membership = await client.V2.Members.GetMembershipAsync(programId, customer, cancellationToken);
        MemberId memberId = membership.Member!.Id;
        CardId cardId = membership.Cards![0].Card!.Id;
        #endregion

        #region snippet
        await client.V2.Cards.AddPointsAsync(programId, memberId, cardId, 100, sourceId: "order-1001", cancellationToken);
        #endregion

        #region snippet
        try
        {
            await client.V2.Cards.RemovePointsAsync(programId, memberId, cardId, 100, sourceId: "refund-1001", cancellationToken);
        }
        catch (LoyaltyTransactionRejectedException rejected) when (rejected.Reason == RejectionReason.NotEnoughBalance)
        {
            Console.WriteLine("The points of this order have been spent.");
        }
        #endregion

        #region snippet
        membership = await client.V2.Members.GetMembershipAsync(programId, customer, cancellationToken);
        Console.WriteLine($"{membership.Cards![0].Card!.Balance!.Points} points");
        await foreach (PointsBucket bucket in client.V2.Cards.ListCardExpiringPointsAsync(programId, memberId, cardId, cancellationToken))
        {
            Console.WriteLine($"{bucket.Points!.Total} of them expire on {bucket.ExpirationDate}");
        }
        #endregion

        Assert.Equal(50, membership.Cards[0].Card!.Balance!.Points);
        Assert.Equal([100L, -100L], sandbox.Journal.Select(static entry => entry.Points));
    }

    internal static async Task RunAsync(IAdjustmentJobs jobs, ILoyaltyClient client, ProgramId programId)
    {
        #region snippet
        JobPlan plan = await jobs.PlanAsync(BonusAsync(client, programId));
        Console.WriteLine($"{plan.Items} members, about {plan.Calls} calls, {plan.Duration}");

        await jobs.SubmitAsync("bonus-2026-11-28", BonusAsync(client, programId));
        await foreach (JobProgress progress in jobs.WatchAsync("bonus-2026-11-28", TimeSpan.FromSeconds(10)))
        {
            Console.WriteLine($"{progress.Applied} of {progress.Total}");
        }

        JobVerification verification = await jobs.VerifyAsync("bonus-2026-11-28");
        Console.WriteLine($"{verification.Differences.Count} differences");
        #endregion
    }

    #region snippet
    private static async IAsyncEnumerable<QueuedItem> BonusAsync(
        ILoyaltyClient client, ProgramId programId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (Member member in client.V2.Members.ListMembersAsync(programId, cancellationToken))
        {
            yield return new QueuedCardAdjustment
            {
                ProgramId = programId.Value,
                MemberId = member.Id.Value,
                CardId = member.Cards![0].Card!.Id.Value,
                Points = 10,
                SourceId = $"bonus-2026-11-28-{member.Id}",
            };
        }
    }
    #endregion

    internal static void Register(IServiceCollection services, string connectionString)
    {
        #region snippet
        services.AddVoucherifyLoyaltyQueue(options => options.MaxConcurrentCalls = 8).UsePostgreSql(connectionString).WithWorker();
        #endregion
    }
}

using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;
using MemberId = Voucherify.Loyalties.V2.MemberId;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The code of docs/upgrading.md.</summary>
public sealed class UpgradingPage
{
    internal static async Task<BalanceResult> AddAsync(string appId, string appToken)
    {
        #region snippet
        using var client = new LoyaltyClient(new LoyaltyClientOptions { Credentials = LoyaltyCredentials.ApiKey(appId, appToken) });
        BalanceResult result = await client.V1.Members.AddPointsAsync("MmFAzfDe", 100, sourceId: "order-1001");
        #endregion

        return result;
    }

    [Fact]
    public async Task Both_versions_add_points_and_read_the_balance()
    {
        await using var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCard("MmFAzfDe", points: 50);
        ProgramId programId = sandbox.V2.AddProgram().Id;
        sandbox.V2.AddMember(programId.Value, "customer-42", points: 50);
        using var client = TestClientBuilder.ForSandbox(sandbox).WithHandler(sandbox.CreateHandler()).Build();
        var cancellationToken = TestContext.Current.CancellationToken;

        #region snippet
        // Version 1
        await client.V1.Members.AddPointsAsync("MmFAzfDe", 100, "order-1001", cancellationToken);
        LoyaltyMember loyaltyMember = await client.V1.Members.GetMemberAsync("MmFAzfDe", cancellationToken);
        Console.WriteLine($"{loyaltyMember.Balance} points");
        #endregion

        #region snippet
        // Version 2
        var customer = CustomerIdentification.BySource("customer-42");
        Membership membership = await client.V2.Members.GetMembershipAsync(programId, customer, cancellationToken);
        (MemberId memberId, CardId cardId) = (membership.Member!.Id, membership.Cards![0].Card!.Id);
        await client.V2.Cards.AddPointsAsync(programId, memberId, cardId, 100, "order-1001", cancellationToken);
        membership = await client.V2.Members.GetMembershipAsync(programId, customer, cancellationToken);
        Console.WriteLine($"{membership.Cards![0].Card!.Balance!.Points} points");
        #endregion

        Assert.Equal((150, 150), (loyaltyMember.Balance, membership.Cards[0].Card!.Balance!.Points));
    }
}

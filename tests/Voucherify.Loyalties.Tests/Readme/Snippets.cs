using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Readme;

/// <summary>The code blocks of the README, compiled. <see cref="ReadmeTests"/> compares both.</summary>
internal static class Snippets
{
    public static async Task FirstAsync(string appId, string appToken)
    {
        #region snippet
        using var client = new LoyaltyClient(new LoyaltyClientOptions { Credentials = LoyaltyCredentials.ApiKey(appId, appToken) });
        var order = new AdjustBalanceRequest { Points = 100, Reason = "Order 1001", SourceId = "order-1001" };
        BalanceResult result = await client.Members.AdjustBalanceAsync("MmFAzfDe", order);
        Console.WriteLine($"{result.Balance} points after {result.SourceId}");
        #endregion
    }

    public static void Register(Builder builder, string appId, string appToken)
    {
        #region snippet
        builder.Services.AddVoucherifyLoyalties(options =>
        {
            options.Cluster = VoucherifyCluster.UnitedStates;
            options.Credentials = LoyaltyCredentials.OAuth(appId, appToken, OAuthScope.Loyalties);
        });
        #endregion
    }

    public static void RegisterFromConfiguration(Builder builder)
    {
        #region snippet
        builder.Services.AddVoucherifyLoyalties(builder.Configuration.GetSection("Voucherify"));
        builder.Services.AddVoucherifyLoyalties("asia", builder.Configuration.GetSection("VoucherifyAsia"));
        builder.Services.AddHealthChecks().AddCheck<LoyaltyHealthCheck>("voucherify");
        #endregion
    }

    public static async Task HandleUnknownAsync(ILoyaltyClient client, AdjustBalanceRequest order)
    {
        #region snippet
        try
        {
            await client.Members.AdjustBalanceAsync("MmFAzfDe", order);
        }
        catch (LoyaltyOutcomeUnknownException unknown)
        {
            // Not in the transactions yet. Resume it from a background job: it looks first, and sends only what was never applied.
            var patient = new RequestOptions { Timeout = TimeSpan.FromMinutes(5) };
            await client.Members.ResumeAdjustmentAsync("MmFAzfDe", unknown.Adjustment!, options: patient);
        }
        catch (LoyaltyApiException refused) when (refused.Key == LoyaltyErrorKeys.NotFound)
        {
            // Certainly not applied: there is no such card.
        }
        #endregion
    }

    public static async Task ListAsync(ILoyaltyClient client)
    {
        #region snippet
        await foreach (var transaction in client.Transactions.ListMemberTransactionsAsync("MmFAzfDe"))
        {
            Console.WriteLine($"{transaction.CreatedAt:u} {transaction.Type} {transaction.SourceId}");
        }
        #endregion
    }

    public static int Receive(byte[] body, string? signature, string webhookSecret)
    {
        #region snippet
        if (!LoyaltyWebhook.Verify(body, signature, webhookSecret))
        {
            return 401;
        }

        switch (LoyaltyWebhook.Parse(body))
        {
            case PointsAddedWebhookEvent added:
                Console.WriteLine($"{added.EventId}: {added.Data?.Balance?.Points} points for {added.Data?.Voucher?.Code}");
                break;
            case TransactionCreatedWebhookEvent { Transaction: { } transaction } moved:
                Console.WriteLine($"{moved.EventId}: {transaction.Type} {transaction.SourceId}");
                break;
        }

        return 204;
        #endregion
    }

    public static async Task<long> TestAsync()
    {
        #region snippet
        var sandbox = LoyaltySandbox.Create();
        sandbox.AddCard("MmFAzfDe", points: 500);
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());

        await client.Members.AdjustBalanceAsync("MmFAzfDe", new AdjustBalanceRequest { Points = -200 });

        Console.WriteLine(sandbox.GetCard("MmFAzfDe").Balance); // 300
        #endregion

        return sandbox.GetCard("MmFAzfDe").Balance;
    }

    /// <summary>Stands for the host's builder.</summary>
    internal sealed record Builder(IServiceCollection Services, IConfiguration Configuration);
}

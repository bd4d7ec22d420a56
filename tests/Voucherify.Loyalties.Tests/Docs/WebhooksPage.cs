using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The code of docs/webhooks.md, and what that page lists.</summary>
public sealed class WebhooksPage
{
    private static int Receive(byte[] body, string? signature, string webhookSecret)
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

    [Fact]
    public void A_signed_event_is_taken_and_another_is_not()
    {
        #region snippet
        var body = """{"type":"voucher.loyalty_card.points_added","event":{"id":"ev_1"},"data":{"voucher":{"code":"ANNA"}}}"""u8.ToArray();
        var signature = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes("secret"), body)).ToLowerInvariant();

        Assert.True(LoyaltyWebhook.Verify(body, signature, "secret"));
        #endregion

        Assert.Equal(204, Receive(body, signature, "secret"));
        Assert.Equal(401, Receive(body, signature, "another"));
    }

    [Fact]
    public void Every_type_is_on_the_page_with_its_record()
    {
        var rows = new Page("docs/webhooks.md").Text.Split('\n')
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
            .ToList();

        Assert.All(
            typeof(LoyaltyWebhookTypes)
                .GetFields(BindingFlags.Static | BindingFlags.Public)
                .Select(static field => (string)field.GetRawConstantValue()!),
            type =>
            {
                var webhook = LoyaltyWebhook.Parse(Encoding.UTF8.GetBytes($$"""{"type":"{{type}}"}"""));
                var row = Assert.Single(rows, line => line.Contains($"`{type}`", StringComparison.Ordinal));
                Assert.Contains($"`{webhook.GetType().Name}`", row, StringComparison.Ordinal);
            });
    }
}

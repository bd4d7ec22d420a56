using LoyaltyApi.Callers;
using Microsoft.AspNetCore.Http.HttpResults;
using Voucherify.Loyalties;

namespace LoyaltyApi.Webhooks;

/// <summary>
/// The endpoint that receives webhooks, and the one that lists the points they announced. Without a secret (<c>Webhooks__Secret</c>) the
/// program receives none.
/// </summary>
internal static class WebhookEndpoint
{
    public static void MapVoucherifyWebhook(this WebApplication app)
    {
        app.MapGet("/arrivals", static (Arrivals arrivals) => TypedResults.Ok(arrivals.All))
            .WithTags("Webhooks")
            .WithSummary("Lists the points that webhooks announced")
            .RequireAuthorization(CallerRules.ShopOnly);
        if (app.Configuration["Webhooks:Secret"] is { Length: > 0 } secret)
        {
            app.MapPost(
                "/webhooks/voucherify",
                (HttpRequest request, Arrivals arrivals, CancellationToken cancellationToken) => ReceiveAsync(
                    request, secret, arrivals, cancellationToken))
                .WithTags("Webhooks")
                .WithSummary("Receives webhooks, whose signature is checked")
                .AllowAnonymous();
        }
    }

    private static async Task<Results<NoContent, BadRequest, UnauthorizedHttpResult>> ReceiveAsync(
        HttpRequest request,
        string secret,
        Arrivals arrivals,
        CancellationToken cancellationToken)
    {
        // The signature covers the exact bytes, so JSON that was parsed and written again would not match it.
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy, cancellationToken);
        var body = copy.ToArray();
        if (!LoyaltyWebhook.Verify(body, request.Headers[LoyaltyWebhook.SignatureHeader], secret))
        {
            return TypedResults.Unauthorized();
        }

        try
        {
            if (LoyaltyWebhook.Parse(body) is PointsAddedWebhookEvent added)
            {
                arrivals.Add(added);
            }

            // Other events are ignored, but get the same response: otherwise the service would repeat them.
            return TypedResults.NoContent();
        }
        catch (LoyaltyWebhookException)
        {
            return TypedResults.BadRequest();
        }
    }
}

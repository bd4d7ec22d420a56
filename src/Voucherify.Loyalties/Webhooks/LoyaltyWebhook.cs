using Voucherify.Loyalties.Webhooks;

namespace Voucherify.Loyalties;

/// <summary>
/// Checks and reads the webhooks that a project sends about loyalty points. Check first: what is not signed may come from anybody.
/// </summary>
/// <remarks>
/// <para>The signature has no time in it, so an old webhook that is sent again is as genuine as the first. The service itself repeats a webhook
/// that was not answered with a 2xx status within 10 seconds, up to 12 times over a day. So handle each event once: keep the
/// <see cref="LoyaltyWebhookEvent.EventId"/> of what you handled, and do nothing when it comes again.</para>
/// <para>Webhooks can also overtake each other: compare <see cref="LoyaltyWebhookEvent.EventCreatedAt"/> where the order matters.</para>
/// </remarks>
public static class LoyaltyWebhook
{
    /// <summary>The header of the request that has the signature.</summary>
    public const string SignatureHeader = "x-voucherify-signature";

    /// <summary>Says whether a webhook comes from the project and is unchanged. The comparison takes the same time wherever the signatures differ.</summary>
    /// <remarks>
    /// The signature is an HMAC-SHA256 over the JSON as the service wrote it, without white space between its parts. So the body is checked as it
    /// came, and then without that white space, in case something on its way has formatted it.
    /// </remarks>
    /// <param name="body">The body of the request, as its bytes came: not read as JSON and written again.</param>
    /// <param name="signature">The value of the header <see cref="SignatureHeader"/>; null where there is none.</param>
    /// <param name="secret">The secret of the project's webhooks, from the project settings.</param>
    /// <returns>False also for a signature that is missing or is none.</returns>
    /// <exception cref="ArgumentException">The secret is null, empty or white space.</exception>
    public static bool Verify(ReadOnlySpan<byte> body, string? signature, string secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        return WebhookSignature.Matches(body, signature, secret);
    }

    /// <summary>Reads a webhook of the project. It does not check where it comes from: that is what <see cref="Verify"/> does.</summary>
    /// <remarks>
    /// A type that is not known here is an <see cref="UnknownWebhookEvent"/>, and a known one whose data have another shape has null in their
    /// place: neither is an error, and <see cref="LoyaltyWebhookEvent.Raw"/> has the JSON in any case. What distribution webhooks send is
    /// designed by you, so it is not read here.
    /// </remarks>
    /// <param name="body">The body of the request: UTF-8.</param>
    /// <exception cref="LoyaltyWebhookException">The body is no JSON object with a <c>type</c>.</exception>
    public static LoyaltyWebhookEvent Parse(ReadOnlyMemory<byte> body) => WebhookReader.Read(body);
}

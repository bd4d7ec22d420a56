using Voucherify.Loyalties.Webhooks;

namespace Voucherify.Loyalties;

/// <summary>
/// Verifies and parses the webhooks that a project sends about loyalty points. Verify first: an unsigned webhook may come from anyone.
/// </summary>
/// <remarks>
/// <para>The signature covers no time, so an old webhook that is sent again passes the check too. The service itself repeats a webhook that
/// gets no 2xx status within 10 seconds, up to 12 times over a day. So handle each event once: keep the
/// <see cref="LoyaltyWebhookEvent.EventId"/> of every event you have handled, and ignore it when it comes again.</para>
/// <para>Webhooks can also arrive out of order: compare <see cref="LoyaltyWebhookEvent.EventCreatedAt"/> if the order matters.</para>
/// </remarks>
public static class LoyaltyWebhook
{
    /// <summary>The name of the request header that holds the signature.</summary>
    public const string SignatureHeader = "x-voucherify-signature";

    /// <summary>
    /// Returns whether a webhook comes from the project and is unchanged. The comparison takes the same time wherever the signatures
    /// differ.
    /// </summary>
    /// <remarks>
    /// The signature is an HMAC-SHA256 over the JSON as the service wrote it, without white space between its parts. So the body is checked
    /// first as received, and then without that white space, in case something in between reformatted it.
    /// </remarks>
    /// <param name="body">The body of the request, as the bytes that were received: not parsed as JSON and written again.</param>
    /// <param name="signature">The value of the header <see cref="SignatureHeader"/>; null if there is none.</param>
    /// <param name="secret">The webhook secret of the project, from the project settings.</param>
    /// <returns>True if the signature matches; false also if it is missing or malformed.</returns>
    /// <exception cref="ArgumentException">The secret is null, empty or white space.</exception>
    public static bool Verify(ReadOnlySpan<byte> body, string? signature, string secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        return WebhookSignature.Matches(body, signature, secret);
    }

    /// <summary>
    /// Parses a webhook of the project. It does not check where the webhook comes from: use <see cref="Verify"/> for that.
    /// </summary>
    /// <remarks>
    /// An unknown type becomes an <see cref="UnknownWebhookEvent"/>. The data of a known type are read member by member: a member that
    /// cannot be read is missing, and <see cref="UnreadableMembers"/> names it. Neither is an error, and
    /// <see cref="LoyaltyWebhookEvent.Raw"/> always has the JSON. You design the content of distribution webhooks yourself, so it is not
    /// parsed here.
    /// </remarks>
    /// <param name="body">The body of the request: UTF-8.</param>
    /// <exception cref="LoyaltyWebhookException">The body is not a JSON object with a <c>type</c>.</exception>
    public static LoyaltyWebhookEvent Parse(ReadOnlyMemory<byte> body) => WebhookReader.Read(body);
}

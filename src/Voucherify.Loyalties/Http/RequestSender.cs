using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Http;

/// <summary>Sends one request: builds it, authenticates it, sends it, and reads the response.</summary>
/// <param name="transport">Sends the request and returns its response.</param>
/// <param name="options">The limits of a response.</param>
/// <param name="observeResponse">Receives each response and the service's clock. The response carries the state of the rate limit.</param>
internal sealed class RequestSender(
    HttpTransport transport,
    LoyaltyClientOptions options,
    Action<HttpResponseMessage, DateTimeOffset?> observeResponse)
{
    /// <summary>Sends the request of an attempt.</summary>
    /// <param name="call">The call.</param>
    /// <param name="refusedToken">The access token that the service has just refused; null for none.</param>
    /// <param name="attempt">Ends the attempt.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AttemptResult> SendAsync(LoyaltyCall call, string? refusedToken, CancellationTokenSource attempt)
    {
        var cancellationToken = attempt.Token;
        HttpRequestMessage? request = null;
        var attemptsBefore = call.Attempts;
        var responded = false;
        try
        {
            request = await call.BuildRequestAsync().ConfigureAwait(false);
            if (request.Content is not null || call.Operation.Idempotency != Idempotency.Safe)
            {
                request.Content = await SendTrackingContent.OfAsync(request.Content).ConfigureAwait(false);
            }

            Prepare(request, call);
            call.Token = await call.Authenticator.AuthenticateAsync(request, refusedToken, cancellationToken).ConfigureAwait(false);
            HttpResponseMessage response;
            using (transport.CancelOnDispose(attempt))
            {
                response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }

            responded = true;
            return await ReceiveAsync(call, request, response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A response proves that the request was sent, whatever its body says. Without a body to track, the last check before the
            // socket knows.
            var content = request?.Content as SendTrackingContent;
            content?.Close();
            var mayHaveLeft = responded || (content?.Started ?? call.Attempts > attemptsBefore);
            var timeout = transport.IsDisposed ? CancellationToken.None : cancellationToken;
            return CredentialRedaction.Of(FailureClassifier.Classify(error, call, mayHaveLeft, timeout), call, request);
        }
        finally
        {
            request?.Dispose();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AttemptResult> ReceiveAsync(
        LoyaltyCall call,
        HttpRequestMessage request,
        HttpResponseMessage response,
        CancellationToken cancellationToken)
    {
        var kept = false;
        try
        {
            if (call.IsSentDirectly)
            {
                DecompressedContent.Decode(response);
            }

            call.Status = (int)response.StatusCode;
            call.ServerDate = ResponseHeaders.Date(response);
            if (response.IsSuccessStatusCode)
            {
                call.Authenticator.Accepted(call.Token);
            }

            call.Observe(response);
            observeResponse(response, call.ServerDate);
            var result = await ResponseReader.ReadAsync(call, response, options, cancellationToken).ConfigureAwait(false);
            kept = result.Kind == AttemptKind.Succeeded && call.TryKeep(response);
            return CredentialRedaction.Of(result, call, request);
        }
        finally
        {
            if (!kept)
            {
                response.Dispose();
            }
        }
    }

    private void Prepare(HttpRequestMessage request, LoyaltyCall call)
    {
        // Refit's entries are for its own handlers, which are not used here. With one more entry the dictionary would have to grow.
        ((IDictionary<string, object?>)request.Options).Clear();
        request.Options.Set(OutboundRequestCheck.CallKey, call);
        if (call.Headers is not null)
        {
            foreach (var (name, value) in call.Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        call.CheckedAddress = RequestAddress.Complete(request, call);
        call.IsSentDirectly = transport.IsDirect;
        transport.Prepare(request);
    }
}

using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Telemetry;

namespace Voucherify.Loyalties.Pipeline;

/// <summary>Sends the operations of the resource clients, under observation when telemetry is on.</summary>
internal sealed class CallDispatcher(CallRunner runner, CallSettingsSource settings, ClientTelemetry telemetry)
{
    /// <summary>Sends an operation and returns its response.</summary>
    public Task<TResponse> SendAsync<TResponse>(
        Operation<TResponse> operation,
        Func<Task<HttpRequestMessage>> build,
        RequestOptions? options,
        CancellationToken cancellationToken)
        where TResponse : class =>
        ReceiveAsync(new ResourceCall<TResponse>(operation, settings.For(operation, options, cancellationToken), build));

    /// <summary>Sends an operation on a card and returns its response.</summary>
    public Task<TResponse> SendAsync<TResponse>(
        Operation<TResponse> operation,
        CardRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken)
        where TResponse : class =>
        ReceiveAsync(new ResourceCall<TResponse>(
            operation, settings.For(operation, options, cancellationToken), request.Build, request.Subject));

    /// <summary>Sends an operation whose response has no body.</summary>
    public Task SendAsync(
        Operation operation,
        Func<Task<HttpRequestMessage>> build,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        RunAsync(new NoContentCall(operation, settings.For(operation, options, cancellationToken), build)).AsTask();

    /// <summary>Sends an operation on a card whose response has no body.</summary>
    public Task SendAsync(
        Operation operation,
        CardRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        RunAsync(new NoContentCall(operation, settings.For(operation, options, cancellationToken), request.Build, request.Subject))
            .AsTask();

    /// <summary>Requests an address on a host of its own, and leaves the body unread: it may be longer than memory.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="host">The only host that the request may go to.</param>
    /// <param name="address">The address to request.</param>
    /// <param name="options">Per-request overrides.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The response. The caller disposes it.</returns>
    public async Task<HttpResponseMessage> OpenAsync(
        Operation operation,
        Uri host,
        Uri address,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var call = new StreamCall(operation, settings.For(operation, options, cancellationToken) with { BaseAddress = host }, address);
        await RunAsync(call).ConfigureAwait(false);
        return call.Response!;
    }

    private async Task<TResponse> ReceiveAsync<TResponse>(ResourceCall<TResponse> call)
        where TResponse : class
    {
        await RunAsync(call).ConfigureAwait(false);
        return call.Response!;
    }

    private ValueTask RunAsync(LoyaltyCall call) => ClientTelemetry.IsObserved ? new(RunObservedAsync(call)) : runner.RunAsync(call);

    // Apart, because each call would pay for the closure.
    private Task RunObservedAsync(LoyaltyCall call) =>
        telemetry.ObserveAsync(call.Operation, call, () => runner.RunAsync(call).AsTask());
}

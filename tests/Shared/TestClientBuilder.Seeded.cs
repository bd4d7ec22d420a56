using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.TestSupport;

/// <summary>Clients that do the same in every run.</summary>
public sealed partial class TestClientBuilder
{
    private readonly List<DelegatingHandler> _userHandlers = [];
    private int? _seed;

    /// <summary>
    /// Seeds the randomness and completes waits inline, on the thread that moves the clock. A call has then either completed or waits for
    /// the clock.
    /// </summary>
    public TestClientBuilder WithSeed(int seed)
    {
        _seed = seed;
        return this;
    }

    /// <summary>Adds a handler as a user would: outside the check before the socket, and outside the handlers added earlier.</summary>
    public TestClientBuilder WithUserHandler(DelegatingHandler? handler)
    {
        if (handler is not null)
        {
            _userHandlers.Add(handler);
        }

        return this;
    }

    partial void BuildSeeded(ref LoyaltyClient? client)
    {
        if (_seed is not { } seed || _handler is null)
        {
            return;
        }

        // The test framework sets a synchronisation context, and .NET completes no await inline where one is set.
        SynchronizationContext.SetSynchronizationContext(null);
        HttpMessageHandler handler = new OutboundRequestCheck { InnerHandler = _handler };
        foreach (var userHandler in _userHandlers)
        {
            userHandler.InnerHandler = handler;
            handler = userHandler;
        }

        var transport = new HttpTransport(new HttpClient(handler), _options);
        client = new LoyaltyClient(_options, transport, Randomness.Seeded(seed), inlineWaits: true);
    }
}

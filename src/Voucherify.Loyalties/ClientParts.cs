using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Authentication;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Pipeline;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.Resilience;
using Voucherify.Loyalties.Resources;
using Voucherify.Loyalties.Telemetry;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties;

/// <summary>Builds the parts of a client, and owns them. This is the only place where they are put together.</summary>
internal sealed class ClientParts : IDisposable
{
    private readonly HttpTransport _transport;
    private readonly OAuthTokens _tokens;
    private readonly AttemptLoop _attempts;
    private readonly CallSettingsSource _settings;
    private AuthenticatorSelector _authenticators;
    private int _disposed;

    public ClientParts(
        LoyaltyClientOptions options,
        HttpTransport transport,
        Randomness randomness,
        ClientClock clock,
        ILogger log)
    {
        _transport = transport;
        Pacer = new RatePacer(clock, options.Retry, randomness.NextDouble);
        Telemetry = new ClientTelemetry(options, log, () => Pacer.Remaining);
        Sequencer = new CardSequencer(options.Ordering, clock);
        _tokens = new OAuthTokens(() => Context!, clock, Telemetry.Log);
        _authenticators = new AuthenticatorSelector(options.Credentials!, _tokens.CreateCache, options.TimeProvider);
        _settings = new CallSettingsSource(_authenticators, options);
        var service = new ServiceClock(options.TimeProvider);
        _attempts = new AttemptLoop(
            new RequestSender(transport, options, (response, date) =>
            {
                Pacer.Observe(response, date);
                service.Observe(response, date);
            }),
            new RateGate(Pacer, options.Retry, clock, Telemetry),
            () => RetryPipeline.Build(options.Retry, options.TimeProvider, randomness, Telemetry),
            Telemetry,
            options);
        var turns = new CardTurns(Sequencer, Telemetry);
        var apis = new ApiFactory(transport.Http);
        var lookup = LookupFactory.Create(apis, _settings, _attempts, service, options);
        Context = new ResourceContext(
            apis,
            new CallDispatcher(new CallRunner(_attempts, turns, options), _settings, Telemetry),
            _settings,
            new ReconciliationServices(_attempts, turns, lookup, Telemetry, clock, options.Reconciliation)
            {
                IsRateScarce = () => Pacer.IsScarce,
                CampaignLookup = LookupFactory.CreateForCampaigns(apis, _settings, _attempts, service, options),
            },
            randomness,
            options);
    }

    public ClientTelemetry Telemetry { get; }

    public RatePacer Pacer { get; }

    public CardSequencer Sequencer { get; }

    /// <summary>What the resource clients share.</summary>
    public ResourceContext Context { get; }

    /// <summary>
    /// Uses other credentials from the next call on. Calls under way end with the old ones.
    /// Everything else stays: the queues of the cards, what is unresolved, the rate limit.
    /// </summary>
    public void UseCredentials(LoyaltyCredentials credentials)
    {
        _authenticators = new AuthenticatorSelector(credentials, _tokens.CreateCache, Context.Clock.Time);
        _settings.UseCredentials(_authenticators);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _attempts.Dispose();
        Context.Reconciliation.Stop();
        Sequencer.Dispose();
        _authenticators.Dispose();
        Telemetry.Dispose();
        _transport.Dispose();
    }

    /// <summary>Returns how many cards an unknown outcome has held up for longer than its window.</summary>
    public int CountHeldUpCards() => Sequencer.CountHeldUp(Context.Options.Reconciliation.NoAnswerWindow);
}

using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.SimulationTests.Proofs;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>The clients of a history, with the handlers that watch them and interfere with them.</summary>
internal sealed partial class History
{
    private LoyaltyClient NewClient()
    {
        var number = ++_clients;
        var tap = new WireTap(
            _trace,
            _clock,
            _plan.Faults,
            (card, sourceId) => OnChange(number, card, sourceId),
            OnResponse,
            OthersUseUpTheRateUntil)
        {
            InnerHandler = NewHandler(),
        };
        _taps.Add(tap);
        var builder = ForSandbox()
            .WithHandler(tap)
            .WithSeed(unchecked((_plan.Seed * 16) + number));
        if (!_isSettling)
        {
            var tooLong = _plan.AttemptTimeout + TimeSpan.FromSeconds(1);
            builder.WithUserHandler(
                new FaultyUserHandler(_chance, _plan.Faults, tooLong, _clock, OnTry, HasOthers, () => Cancel(ClientCall.Current!)));
        }

        var counter = new AttemptCounter(Tally);
        _counters.Add(counter);
        return builder.WithUserHandler(counter).Build();
    }

    private TestClientBuilder ForSandbox() => TestClientBuilder.ForSandbox(Sandbox).Configure(Configure);

    // Only while a call resumes: without this, no resume would find the rate limit used up after its lookup.
    private DateTimeOffset? OthersUseUpTheRateUntil() =>
        !_isSettling
        && _plan.OthersUseUpTheRate > 0
        && Operations.Any(static operation => operation.Calls is [.., { IsResume: true, Reported: null }])
        && _chance.Chance(_plan.OthersUseUpTheRate)
            ? _clock.GetUtcNow().AddSeconds(45)
            : null;

    private HttpMessageHandler NewHandler()
    {
        var pages = new SmallPages(_plan.PageSize) { InnerHandler = Sandbox.CreateHandler() };
        return _off switch
        {
            DisabledSafeguard.Nothing => pages,
            DisabledSafeguard.AmountMatch => new BlankTransactions { InnerHandler = pages },
            _ => new Disguise(_off, _clock, _plan.AttemptTimeout) { InnerHandler = pages },
        };
    }

    private void Configure(LoyaltyClientOptions options)
    {
        options.TimeProvider = new SkewedClock(_clock, _plan.Skew);
        options.AttemptTimeout = _plan.AttemptTimeout;
        options.Retry.MaxServerDelay = _plan.MaxServerDelay;
        options.Reconciliation.OutcomeTimeout = _isSettling ? Timeout.InfiniteTimeSpan : _plan.OutcomeTimeout;
        options.Reconciliation.BaseDelay = _plan.FirstLookupDelay;
        options.Reconciliation.MaxDelay = _plan.MaxLookupDelay;
        options.Reconciliation.LookbackMargin = _plan.LookbackMargin;
        options.Reconciliation.Enabled = _isSettling || _plan.SettlesItself;
        options.Reconciliation.MaxRememberedSends = _isSettling ? null : _plan.MaxRememberedSends;

        // A search that ends in a cancelled wait of Polly's gives its slot to the next one on the thread pool: on a second thread.
        options.Reconciliation.MaxBackgroundLookups = 1_000;
        options.Ordering.SettleDelay = _off == DisabledSafeguard.Settle ? TimeSpan.Zero : _plan.SettleDelay;
        options.Ordering.MaxQueueWait = _plan.MaxQueueWait;
        (options.Reconciliation.ServiceErrorWindow, options.Reconciliation.NoAnswerWindow) = _off switch
        {
            DisabledSafeguard.Window => (TimeSpan.Zero, TimeSpan.Zero),

            // Long enough for everything to be applied.
            DisabledSafeguard.WindowForLists => (_plan.SettleDelay, _plan.NoAnswerWindow - (_plan.ListedWithin - _plan.SettleDelay)),
            _ => (_plan.ServiceErrorWindow, _plan.NoAnswerWindow),
        };
        options.Ordering.AfterUnknown = _plan.KeepsCardsOpen ? AfterUnknownOutcome.Continue : AfterUnknownOutcome.CloseCard;
        if (_plan.UsesTokens)
        {
            options.Credentials = LoyaltyCredentials.OAuth(
                LoyaltySandboxOptions.DefaultAppId, LoyaltySandboxOptions.DefaultAppToken, OAuthScope.Api, OAuthScope.Loyalties);
        }

        if (_isSettling)
        {
            options.Ordering.MaxQueueWait = TimeSpan.FromHours(12);
        }
    }

    private void OnTry() => ClientCall.Current!.FirstTriedAt ??= _clock.Elapsed;

    /// <summary>Whether other callers wait for the call that is about to send.</summary>
    private bool HasOthers() =>
        ClientCall.Current!.Operation.Calls.Exists(other => other != ClientCall.Current && other is { Reported: null, Abandoned: false });

    private static void OnResponse(HttpStatusCode status, bool isConfirmed)
    {
        var call = ClientCall.Current!;
        call.LastStatus = status;
        call.IsConfirmed |= isConfirmed;
    }

    private void OnChange(int client, string card, string sourceId)
    {
        var call = ClientCall.Current!;
        call.Operation.Sends++;
        if (_off == DisabledSafeguard.SingleSender && call is { HasJoined: true, HasSent: false })
        {
            SendForOthers(call);
        }

        call.HasSent = true;
        if (call.Operation.Plan.SourceId != sourceId || call.Operation.Intruders.Contains(call))
        {
            Violations.Add($"{sourceId} on {card} was sent by a call that must not send it.");
        }

        if (client != _clients || _restartsAt is not null)
        {
            Violations.Add($"{sourceId} on {card} was sent by a client that was disposed.");
        }
        else if (call.IsCancelled)
        {
            Violations.Add($"{sourceId} on {card} was sent after it was cancelled.");
        }
        else if (call.Reported is not null)
        {
            Violations.Add($"{sourceId} on {card} was sent after its call had ended.");
        }
    }
}

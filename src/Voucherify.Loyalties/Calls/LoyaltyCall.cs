using System.Text.Json;

namespace Voucherify.Loyalties.Calls;

/// <summary>One call with all its attempts: what to send, how long to try, and what has happened so far.</summary>
internal abstract class LoyaltyCall(Operation operation, CallSettings settings) : ICallReport
{
    /// <summary>The shortest time that a timer is given: zero would mean "no timeout".</summary>
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(1);

    private Deadline _deadline;
    private long _unknownSince;
    private bool _renewed;

    public Operation Operation { get; } = operation;

    public Authenticator Authenticator => Settings.Authenticator;

    public Uri BaseAddress => Settings.BaseAddress;

    /// <summary>How long the call may take, counted from its start. Waiting for a turn on the card comes before that.</summary>
    public TimeSpan TotalTimeout { get; set; } = settings.TotalTimeout;

    public IReadOnlyDictionary<string, string>? Headers => Settings.Options?.Headers;

    /// <summary>Receives the response after a success; null if the caller did not ask for it.</summary>
    public Action<LoyaltyResponse>? OnResponse => Settings.Options?.OnResponse;

    public CancellationToken CallerToken => Settings.CallerToken;

    /// <summary>Whether the request carries the caller's trace state and baggage.</summary>
    public bool PropagatesFullTraceContext => Settings.PropagatesFullTraceContext;

    /// <summary>
    /// Whether an earlier call with the same <c>source_id</c> may have been applied, so that "already exists" may mean that call.
    /// </summary>
    public bool SentBefore { get; init; }

    /// <summary>Asked immediately before a request is sent; null if the call has no send guard.</summary>
    public Func<CancellationToken, ValueTask<bool>>? MaySend { get; init; }

    /// <summary>Whether one attempt is made, whatever comes of it.</summary>
    public bool IsSentOnce { get; init; }

    /// <summary>Whether an unknown outcome of the call matters to its caller.</summary>
    public bool ReportsUnknown => OutcomeTable.ReportsUnknown(Operation.Idempotency);

    /// <summary>
    /// Whether it changes loyalty data. A token is no such data, and the service refuses to revoke an unknown one with an empty 404.
    /// </summary>
    public bool HasEffect => ReportsUnknown && !Operation.NeedsAppKey;

    /// <summary>Whether the response is evidence of a write, which a string that is not UTF-8 does not spoil.</summary>
    public virtual bool IsEvidence => ReportsUnknown;

    /// <summary>The card that the call is about; null if it is not about a card.</summary>
    public virtual CallSubject? Subject => null;

    /// <summary>Whether a success has a body that must be read.</summary>
    public virtual bool HasResponseBody => false;

    /// <summary>Whether the response is handed over unread, so that only the status 200 stands for a whole body.</summary>
    public virtual bool NeedsWholeBody => false;

    /// <summary>The address that was built and checked for the current attempt; null if the check before the socket must read it.</summary>
    public Uri? CheckedAddress { get; set; }

    /// <summary>Whether no handler of a user sees the requests of the call.</summary>
    public bool IsSentDirectly { get; set; }

    /// <summary>The number of requests that passed the check before the socket.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether an attempt of this call may have been applied. From then on, no later attempt makes the call rejected.</summary>
    public bool WasUnknown { get; private set; }

    /// <summary>Whether the current attempt can use up all the remaining time of the call.</summary>
    public bool IsLastAttempt { get; set; }

    public string? Token { get; set; }

    public AttemptResult? Last { get; private set; }

    public int Status { get; set; }

    bool ICallReport.WasFound => false;

    /// <summary>The service's clock at its last response.</summary>
    public DateTimeOffset? ServerDate { get; set; }

    /// <summary>Whether an unknown attempt ended without an error from the service itself: its request may still be on its way.</summary>
    public bool MayStillArrive { get; private set; }

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan NextDelay { get; set; }

    /// <summary>The remaining time of the call; zero or less when it is over.</summary>
    public TimeSpan Remaining => _deadline.Left;

    /// <summary>The remaining time of the call, for a timer: always more than zero.</summary>
    public TimeSpan TimeLeft
    {
        get
        {
            var left = _deadline.Left;
            return left > ShortestTimeout ? left : ShortestTimeout;
        }
    }

    protected CallSettings Settings { get; } = settings;

    /// <summary>Builds the request of an attempt. Each attempt needs a new one: a request cannot be sent twice.</summary>
    public abstract Task<HttpRequestMessage> BuildRequestAsync();

    public void Start(TimeProvider time) => _deadline = new Deadline(time, TotalTimeout);

    public void CountAttempt() => Attempts++;

    /// <summary>Returns whether a refused access token is renewed for this call: at most once, and not while that is of no use.</summary>
    public bool TryRenew()
    {
        if (_renewed || !Authenticator.MayRenew(Token))
        {
            return false;
        }

        _renewed = true;
        return true;
    }

    /// <summary>Records how an attempt ended.</summary>
    public void Record(AttemptResult result)
    {
        Last = result;
        if (OutcomeTable.CertaintyOf(result.Kind, WasUnknown || SentBefore) == Certainty.Unknown)
        {
            WasUnknown = true;
            MayStillArrive |= !result.ServiceAnswered;
            _unknownSince = _deadline.Now;
        }
    }

    /// <summary>Returns what is known about the sends of a call whose outcome is unknown. The end of the last one counts.</summary>
    public SendReport Report(LoyaltyClientOptions options)
    {
        var elapsed = options.TimeProvider.GetElapsedTime(_unknownSince);
        return new(Attempts, options.TimeProvider.GetUtcNow() - elapsed, WindowIn(options.Reconciliation) - elapsed);
    }

    /// <summary>What follows an attempt, by the outcome table.</summary>
    public NextStep NextStepAfter(AttemptResult result) =>
        OutcomeTable.NextStepAfter(result.Kind, Operation.Idempotency) is var step && step == NextStep.Retry && IsSentOnce
            ? NextStep.Throw
            : step;

    /// <summary>How long after its last attempt the call can still be applied, when its outcome is unknown.</summary>
    public TimeSpan WindowIn(ReconciliationOptions options) => MayStillArrive ? options.NoAnswerWindow : options.ServiceErrorWindow;

    /// <summary>Reads the response.</summary>
    /// <returns>Null if the response says that the call succeeded; otherwise what speaks against that.</returns>
    /// <exception cref="JsonException">The body is not the JSON of the response.</exception>
    public virtual string? Read(ReadOnlySpan<byte> body) => null;

    /// <summary>Takes what the call needs from the headers of a response.</summary>
    public virtual void Observe(HttpResponseMessage response)
    {
    }

    /// <summary>Takes over a successful response whose body is still unread. Returns false when the sender may dispose it.</summary>
    public virtual bool TryKeep(HttpResponseMessage response) => false;

    private readonly struct Deadline(TimeProvider time, TimeSpan timeout)
    {
        private readonly long _started = time.GetTimestamp();

        public long Now => time.GetTimestamp();

        public TimeSpan Left => timeout - time.GetElapsedTime(_started);
    }
}

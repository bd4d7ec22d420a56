using System.Text.Json;
using Voucherify.Loyalties.Authentication;
using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.Internal;

/// <summary>One call with all its attempts: what to send, how long to try, and what has happened so far.</summary>
internal abstract class LoyaltyCall(LoyaltyOperation operation, Func<Task<HttpRequestMessage>> build, CallSettings settings)
{
    /// <summary>What is left when nothing is left: zero would mean "no timeout".</summary>
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(1);

    private Deadline _deadline;

    public LoyaltyOperation Operation { get; } = operation;

    /// <summary>Makes the request anew for each attempt: a sent one cannot be sent again.</summary>
    public Func<Task<HttpRequestMessage>> Build { get; } = build;

    public Authenticator Authenticator => Settings.Authenticator;

    public Uri BaseAddress => Settings.BaseAddress;

    /// <summary>How long the call may take, from its start on. A call that waits for its turn first has its own.</summary>
    public TimeSpan TotalTimeout { get; set; } = settings.TotalTimeout;

    public IReadOnlyDictionary<string, string>? Headers => Settings.Headers;

    public CallSubject? Subject => Settings.Subject;

    public CancellationToken CallerToken => Settings.CallerToken;

    /// <summary>Whether an earlier call with the same <c>source_id</c> may have been applied, so that "it exists already" may mean that one.</summary>
    public bool SentBefore { get; init; }

    /// <summary>Asked by the send guard directly before a request leaves.</summary>
    public Func<CancellationToken, ValueTask<bool>>? MaySend { get; init; }

    /// <summary>Whether a success has a body.</summary>
    public abstract bool HasAnswer { get; }

    /// <summary>Requests that passed the send guard.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether an attempt of this call may have been applied: from then on no later attempt makes the call rejected.</summary>
    public bool WasUnknown { get; private set; }

    public bool Renewed { get; set; }

    /// <summary>Whether the attempt under way has no more time than the call.</summary>
    public bool IsLastAttempt { get; set; }

    public string? Token { get; set; }

    public AttemptOutcome? Last { get; private set; }

    /// <summary>The status of the last answer; 0 while there is none.</summary>
    public int Status { get; set; }

    /// <summary>The service's clock at its last answer.</summary>
    public DateTimeOffset? ServerDate { get; set; }

    /// <summary>Whether an unknown attempt ended without a word from the service itself: such a request may still be on its way.</summary>
    public bool MayStillArrive { get; private set; }

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan NextDelay { get; private set; }

    /// <summary>What is left of the call's time, for a timer: always more than nothing.</summary>
    public TimeSpan TimeLeft
    {
        get
        {
            var left = _deadline.Left;
            return left > ShortestTimeout ? left : ShortestTimeout;
        }
    }

    protected CallSettings Settings { get; } = settings;

    public void Start(TimeProvider time) => _deadline = new Deadline(time, TotalTimeout);

    public void CountAttempt() => Attempts++;

    /// <summary>Takes down how an attempt ended.</summary>
    public void Record(AttemptOutcome outcome)
    {
        Last = outcome;
        if (OutcomeTable.Classify(outcome.Happened, WasUnknown || SentBefore) == OutcomeClass.Unknown)
        {
            WasUnknown = true;
            MayStillArrive |= !outcome.ServiceAnswered;
        }
    }

    /// <summary>Whether another attempt may follow: its wait must be one that the options allow and that the time left permits.</summary>
    public bool MayRetry(AttemptOutcome outcome, int attempt, Func<double> random)
    {
        NextDelay = outcome.ServerDelay ?? Backoff.Next(Settings.Retry, attempt, random);
        return OutcomeTable.React(outcome.Happened, Operation.Idempotency) == Reaction.Retry
            && NextDelay < _deadline.Left
            && (outcome.ServerDelay is null || NextDelay <= Settings.Retry.MaxServerDelay);
    }

    /// <summary>Whether a wait that the rate of calls asks for is one that the options allow and that the time left permits.</summary>
    public bool MayWait(TimeSpan wait) => wait <= Settings.Retry.MaxServerDelay && wait < _deadline.Left;

    /// <summary>Reads the answer; false when it is none.</summary>
    /// <exception cref="JsonException">The body is not the answer's JSON.</exception>
    public abstract bool TryRead(ReadOnlySpan<byte> body);

    /// <summary>Takes over a successful answer whose body is left on the wire; false when the transport may dispose it.</summary>
    public virtual bool Keep(HttpResponseMessage response) => false;

    private readonly struct Deadline(TimeProvider time, TimeSpan timeout)
    {
        private readonly long _started = time.GetTimestamp();

        public TimeSpan Left => timeout - time.GetElapsedTime(_started);
    }
}

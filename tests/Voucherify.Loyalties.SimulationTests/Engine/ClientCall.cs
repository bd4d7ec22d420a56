using System.Net;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>One call of an operation.</summary>
/// <param name="operation">The operation that it belongs to.</param>
/// <param name="number">Its place in the order of all calls.</param>
/// <param name="client">The number of the client that it was made on, from 1.</param>
/// <param name="kind">The method that it uses.</param>
/// <param name="calledAt">When it was made.</param>
internal sealed class ClientCall(SimulatedOperation operation, int number, int client, CallKind kind, TimeSpan calledAt)
{
    private static readonly AsyncLocal<ClientCall?> Running = new();

    /// <summary>The call that the code runs for, if any.</summary>
    public static ClientCall? Current
    {
        get => Running.Value;
        set => Running.Value = value;
    }

    public SimulatedOperation Operation { get; } = operation;

    public Lookups Lookups { get; } = new();

    /// <summary>How long the client may try, once the call has its turn.</summary>
    public TimeSpan Timeout { get; init; }

    public int Number { get; } = number;

    public int Client { get; } = client;

    public bool IsResume { get; } = kind == CallKind.Resume;

    public bool IsOnce { get; } = kind == CallKind.Once;

    /// <summary>Whether it is made so late that its result is the last word.</summary>
    public bool Decides { get; init; }

    public TimeSpan CalledAt { get; } = calledAt;

    /// <summary>The outcome that the caller got. Null until the call ends, and forever if the client crashed.</summary>
    public Reported? Reported { get; set; }

    public bool IsCancelled { get; set; }

    public TimeSpan EndedAt { get; set; }

    /// <summary>The balance in the response, if there was one.</summary>
    public long? Balance { get; set; }

    public bool Recovered { get; set; }

    /// <summary>What the client returned. It counts only if the caller did not crash before.</summary>
    public Reported? Result { get; set; }

    /// <summary>Whether it ended because the rate limit was used up, without a request to the service.</summary>
    public bool WasHeldBack { get; set; }

    /// <summary>Whether the process that made it crashed.</summary>
    public bool Abandoned { get; set; }

    /// <summary>Whether another call with the id was under way when it was made: if it sends, it has taken over.</summary>
    public bool HasJoined { get; init; }

    /// <summary>Whether it has sent a request that moves points.</summary>
    public bool HasSent { get; set; }

    /// <summary>When its first request was about to be sent: it had left the queue.</summary>
    public TimeSpan? FirstTriedAt { get; set; }

    /// <summary>Whether it has made a request of its own.</summary>
    public bool HasAsked => FirstTriedAt is not null || Lookups.BeganAt is not null;

    /// <summary>Whether the rate limit, and not only the queue of its card, may have held it up.</summary>
    public bool MayBePaced { get; init; }

    /// <summary>The status of the last response to a request of it that moves points.</summary>
    public HttpStatusCode? LastStatus { get; set; }

    /// <summary>Whether it was reported as rejected because of a response that the service cannot have written.</summary>
    public bool TrustsForeignResponse { get; set; }

    /// <summary>Whether the service has said yes, in a response with an odd property.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>Whether it was told that it was cancelled, although its caller had not cancelled.</summary>
    public bool HeardCancellation { get; set; }

    /// <summary>Asks later what has become of it; null if its outcome is not unknown.</summary>
    public Func<CancellationToken, Task<WriteOutcome>>? FollowOutcome { get; set; }

    /// <summary>Cancels the call. It has no timer.</summary>
    public CancellationTokenSource Source { get; } = new();

    /// <summary>Completes when the call has ended and was recorded.</summary>
    public Task? Task { get; set; }
}

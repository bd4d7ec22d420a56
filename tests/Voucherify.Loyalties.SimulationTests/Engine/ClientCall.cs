namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>One call of an operation: the first one, or a resume.</summary>
/// <param name="operation">What it is for.</param>
/// <param name="number">Its place in the order of all calls.</param>
/// <param name="client">Which client it was made on, from 1.</param>
/// <param name="isResume">Whether it resumes an earlier one.</param>
/// <param name="calledAt">When it was made.</param>
internal sealed class ClientCall(SimulatedOperation operation, int number, int client, bool isResume, TimeSpan calledAt)
{
    public SimulatedOperation Operation { get; } = operation;

    public int Number { get; } = number;

    public int Client { get; } = client;

    public bool IsResume { get; } = isResume;

    public TimeSpan CalledAt { get; } = calledAt;

    /// <summary>What the client said; null while it has said nothing, and for ever after a crash.</summary>
    public Reported? Reported { get; set; }

    public bool IsCancelled { get; set; }

    public TimeSpan EndedAt { get; set; }

    /// <summary>The balance in the answer, if there was one.</summary>
    public long? Balance { get; set; }

    public bool Recovered { get; set; }

    /// <summary>What the client would say; it counts only if somebody is there to hear it.</summary>
    public Reported? Said { get; set; }

    /// <summary>Whether it ended because the rate of calls was used up, without asking the service.</summary>
    public bool WasHeldBack { get; set; }

    /// <summary>Whether the process that made it crashed.</summary>
    public bool Abandoned { get; set; }

    /// <summary>When its request was first about to leave: its turn had come.</summary>
    public TimeSpan? FirstTriedAt { get; set; }

    /// <summary>Whether something else than the order of its card may have held it up: the rate of calls.</summary>
    public bool MayBePaced { get; init; }

    /// <summary>Lets its caller give up. It has no timer of its own.</summary>
    public CancellationTokenSource Source { get; } = new();

    /// <summary>Ends when the call has ended and was taken down.</summary>
    public Task? Task { get; set; }
}

using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>
/// The service without a network: one request in, one response out, synchronously and one at a time. Both hosts share it, and so do
/// the versions of the API.
/// </summary>
internal sealed class SandboxEngine(
    SandboxClock clock,
    ITimeline ledger,
    RequestIntake intake,
    RequestPipeline pipeline,
    FaultInjector injector)
{
    private IRequestLog? _log;

#if NET9_0_OR_GREATER
    private readonly Lock _gate = new();
#else
    private readonly object _gate = new();
#endif

    /// <summary>What strikes requests from now on.</summary>
    public required SandboxFaults Faults { get; set; }

    /// <summary>Writes requests down from the next one on, or no longer if the log is null.</summary>
    public void WriteTo(IRequestLog? log)
    {
        lock (_gate)
        {
            _log = log;
        }
    }

    /// <summary>Receives the first line of a request, before its body is read.</summary>
    /// <param name="method">The HTTP method, in upper case.</param>
    /// <param name="target">The path and query, still percent-encoded.</param>
    /// <param name="canRefuse">Whether the host can still refuse the connection.</param>
    public IncomingRequest Receive(string method, string target, bool canRefuse)
    {
        lock (_gate)
        {
            return intake.Receive(method, target, canRefuse, Faults);
        }
    }

    /// <summary>Handles a request whose body has been read.</summary>
    public DeliveredResponse Handle(IncomingRequest incoming, SandboxRequest request)
    {
        lock (_gate)
        {
            var now = Advance();
            var delivered = injector.Handle(incoming, request, now, Execute);
            _log?.Handled(request, incoming.Plan, now, delivered.Response.Status);
            return delivered;
        }
    }

    /// <summary>Handles a request again that a log has, with the fault that struck it then.</summary>
    public void Repeat(SandboxRequest request, FaultPlan plan)
    {
        lock (_gate)
        {
            injector.Handle(intake.Receive(request.Method, request.Target, plan), request, Advance(), Execute);
        }
    }

    /// <summary>Returns a copy of how often each method and route was requested.</summary>
    public IReadOnlyDictionary<string, int> Requests()
    {
        lock (_gate)
        {
            return intake.Counts();
        }
    }

    /// <summary>Reads or changes the state between two requests, once everything that is due has been applied.</summary>
    /// <param name="action">The action. Its argument is the time.</param>
    public T Run<T>(Func<DateTimeOffset, T> action)
    {
        lock (_gate)
        {
            return action(Advance());
        }
    }

    /// <summary>Moves the clock ahead, applies everything that falls due until then, and returns the time.</summary>
    public DateTimeOffset AdvanceClock(TimeSpan by)
    {
        lock (_gate)
        {
            clock.Advance(by);
            return Advance();
        }
    }

    // Brings everything to the clock's time, in the order in which it fell due: effects, expirations and late requests.
    private DateTimeOffset Advance()
    {
        var now = clock.Now();
        var late = injector.Late;
        while (late.NextDue <= now)
        {
            var due = late.NextDue;
            var (incoming, request) = late.Take();
            ledger.AdvanceTo(due);
            Execute(incoming, request, due);
        }

        ledger.AdvanceTo(now);
        return now;
    }

    private SandboxResponse Execute(IncomingRequest incoming, SandboxRequest request, DateTimeOffset now)
    {
        var response = pipeline.Execute(incoming, request, now);
        ledger.AdvanceTo(now);
        return response;
    }
}

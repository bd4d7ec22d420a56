using System.Globalization;
using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Handlers;
using Voucherify.Loyalties.Sandbox.Ledger;
using Voucherify.Loyalties.Sandbox.OAuth;
using Voucherify.Loyalties.Sandbox.Routing;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>
/// The service itself, without a network: one request in, one answer out, synchronously and one at a time. Both hosts
/// share it. Faults strike around <see cref="CarryOut"/>, which knows nothing of them.
/// </summary>
internal sealed class SandboxEngine
{
#if NET9_0_OR_GREATER
    private readonly Lock _gate = new();
#else
    private readonly object _gate = new();
#endif
    private readonly IdSource _ids;
    private readonly SandboxClock _clock;
    private readonly CardRegister _register;
    private readonly Book _book;
    private readonly PendingLedger _pending;
    private readonly PointsLedger _ledger;
    private readonly RateLimiter _limiter;
    private readonly Authenticator _authenticator;
    private readonly ArrivalDesk _desk;
    private readonly FaultInjector _injector;
    private readonly LateRequests _late = new();
    private readonly TimeSpan _applyLag;

    public SandboxEngine(LoyaltySandboxOptions options)
    {
        var calendar = new ProjectCalendar(options.TimeZone);
        _ids = new IdSource(options.Seed);
        _clock = new SandboxClock(options.TimeProvider);
        _register = new CardRegister(_ids);
        _book = new Book(calendar, _ids);
        _pending = new PendingLedger(calendar, _ids, _book);
        _ledger = new PointsLedger(_register, _book, _pending);
        _limiter = new RateLimiter(options.RateLimit);

        var tokens = new TokenStore(options.TokenLifetime, _ids);
        _authenticator = new Authenticator(options.AppId, options.AppToken, tokens);
        _applyLag = options.ApplyLag;
        Faults = options.Faults;
        _injector = new FaultInjector(_limiter, _late);
        _desk = new ArrivalDesk(SandboxRoutes.Build(CreateHandlers(options, calendar, tokens)));
    }

    /// <summary>What misbehaves from now on, or null.</summary>
    public SandboxFaults? Faults { get; set; }

    /// <summary>Takes the first line of a request, before its body is read.</summary>
    /// <param name="method">The HTTP method, in upper case.</param>
    /// <param name="target">Path and query, still percent-encoded.</param>
    /// <param name="canRefuse">Whether the host can refuse the connection at this point.</param>
    public Arrival Receive(string method, string target, bool canRefuse)
    {
        lock (_gate)
        {
            return _desk.Receive(method, target, canRefuse, Faults);
        }
    }

    public SandboxReply Handle(Arrival arrival, SandboxRequest request)
    {
        lock (_gate)
        {
            return _injector.Handle(arrival, request, Advance(), CarryOut);
        }
    }

    public IReadOnlyDictionary<string, int> Requests()
    {
        lock (_gate)
        {
            return _desk.Counts();
        }
    }

    public SandboxCampaign AddCampaign(string name, string? id, int? expiresAfterMonths)
    {
        lock (_gate)
        {
            Advance();
            return _register.AddCampaign(name, id, expiresAfterMonths);
        }
    }

    public SandboxCard AddCard(SandboxCardSeed seed)
    {
        lock (_gate)
        {
            var card = _register.AddCard(seed, Advance());
            _ledger.Watch(card);
            return card.ToSnapshot();
        }
    }

    public SandboxReward AddReward(SandboxReward reward)
    {
        lock (_gate)
        {
            return _register.AddReward(reward);
        }
    }

    public SandboxPendingPoints? AddPendingPoints(string code, long points, DateOnly activatesOn, string? orderId)
    {
        lock (_gate)
        {
            Advance();
            return _register.TryFindCard(code, out var card) ? _pending.Add(card, points, activatesOn, orderId).ToSnapshot() : null;
        }
    }

    public SandboxCard? FindCard(string code)
    {
        lock (_gate)
        {
            Advance();
            return _register.TryFindCard(code, out var card) ? card.ToSnapshot() : null;
        }
    }

    public IReadOnlyList<SandboxJournalEntry> Journal()
    {
        lock (_gate)
        {
            Advance();
            return _book.Journal.ToSnapshot();
        }
    }

    public int DroppedEffects()
    {
        lock (_gate)
        {
            Advance();
            return _ledger.Dropped;
        }
    }

    private SandboxHandlers CreateHandlers(LoyaltySandboxOptions options, ProjectCalendar calendar, TokenStore tokens)
    {
        var members = new MemberLocator(_register);
        return new SandboxHandlers(
            new OAuthHandler(tokens, options.AppId),
            new BalanceHandler(options, members, new AdjustmentReader(options, calendar), _ledger),
            new MemberHandler(members),
            new TransactionsHandler(members, _book),
            new TransferHandler(options, members, _ledger),
            new PendingPointsHandler(members, _pending, options.ZeroPoints),
            new RedemptionHandler(options, members, _register, _ids, _ledger));
    }

    // Brings everything to the clock's time, in the order in which it fell due: effects, expirations and late requests.
    private DateTimeOffset Advance()
    {
        var now = _clock.Now();
        while (_late.NextDue <= now)
        {
            var due = _late.NextDue;
            var (arrival, request) = _late.Take();
            _ledger.AdvanceTo(due);
            CarryOut(arrival, request, due);
        }

        _ledger.AdvanceTo(now);
        return now;
    }

    private SandboxResponse CarryOut(Arrival arrival, SandboxRequest request, DateTimeOffset now)
    {
        var call = new SandboxCall(request, arrival.Target, _ids.NextRequestId(), now)
        {
            RouteValues = arrival.RouteValues,
            EffectAt = now + _applyLag + arrival.Plan.ExtraLag,
        };
        var response = Answer(call, arrival.Route)
            .With(_limiter.Headers())
            .With([new("Date", now.ToString("R", CultureInfo.InvariantCulture))]);
        _ledger.AdvanceTo(now);
        return response;
    }

    // Every call counts, also one that is refused for another reason (A). Credentials come before the path: a stranger
    // does not learn what exists (A).
    private SandboxResponse Answer(SandboxCall call, Route? route)
    {
        if (!_limiter.TryEnter(call.Now))
        {
            return Errors.TooManyRequests().With(_limiter.RefusalHeaders(call.Now));
        }

        if (call.Target.Segments is not ["v1", ..])
        {
            return Errors.UnknownPath(call);
        }

        if (_authenticator.Refuse(call, route) is { } refusal)
        {
            return refusal;
        }

        return route is null ? Errors.UnknownPath(call) : Dispatch(call, route);
    }

    private static SandboxResponse Dispatch(SandboxCall call, Route route)
    {
        if (route.Handler(call.Request.Method) is not { } handler)
        {
            return Errors.MethodNotAllowed(call.Request.Method, route.Methods);
        }

        if (!MediaType.AcceptsJson(call.Request))
        {
            return Errors.NotAcceptable();
        }

        return call.Request.Body.Length > Errors.LargestBody ? Errors.TooLarge() : handler(call);
    }
}

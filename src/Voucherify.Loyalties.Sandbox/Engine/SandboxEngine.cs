using System.Globalization;
using Voucherify.Loyalties.Sandbox.Handlers;
using Voucherify.Loyalties.Sandbox.Ledger;
using Voucherify.Loyalties.Sandbox.OAuth;
using Voucherify.Loyalties.Sandbox.Routing;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>
/// The service itself, without a network: one request in, one answer out, synchronously and one at a time. Both hosts
/// share it. The steps of <see cref="Answer"/> are the places where a request can be stopped.
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
    private readonly PointsLedger _ledger;
    private readonly RateLimiter _limiter;
    private readonly Authenticator _authenticator;
    private readonly RouteTable _routes;

    public SandboxEngine(LoyaltySandboxOptions options)
    {
        var calendar = new ProjectCalendar(options.TimeZone);
        _ids = new IdSource(options.Seed);
        _clock = new SandboxClock(options.TimeProvider);
        _register = new CardRegister(_ids);
        _ledger = new PointsLedger(_register, calendar, _ids);
        _limiter = new RateLimiter(options.RateLimit);

        var tokens = new TokenStore(options.TokenLifetime, _ids);
        var members = new MemberLocator(_register);
        _authenticator = new Authenticator(options.AppId, options.AppToken, tokens);
        _routes = SandboxRoutes.Build(
            new BalanceHandler(options, members, new AdjustmentReader(options, calendar), _ledger),
            new MemberHandler(members),
            new TransactionsHandler(members),
            new OAuthHandler(tokens, options.AppId));
    }

    public SandboxResponse Handle(SandboxRequest request)
    {
        lock (_gate)
        {
            var now = _clock.Now();
            _ledger.AdvanceTo(now);

            var call = new SandboxCall(request, RequestTarget.Parse(request.Target), _ids.NextRequestId(), now);
            return Answer(call)
                .With(_limiter.Headers())
                .With([new("Date", now.ToString("R", CultureInfo.InvariantCulture))]);
        }
    }

    public SandboxCampaign AddCampaign(string name, string? id, int? expiresAfterMonths)
    {
        lock (_gate)
        {
            return _register.AddCampaign(name, id, expiresAfterMonths);
        }
    }

    public SandboxCard AddCard(SandboxCardSeed seed)
    {
        lock (_gate)
        {
            var now = _clock.Now();
            _ledger.AdvanceTo(now);
            var card = _register.AddCard(seed, now);
            _ledger.Watch(card);
            return card.ToSnapshot();
        }
    }

    public SandboxCard? FindCard(string code)
    {
        lock (_gate)
        {
            _ledger.AdvanceTo(_clock.Now());
            return _register.TryFindCard(code, out var card) ? card.ToSnapshot() : null;
        }
    }

    public IReadOnlyList<SandboxJournalEntry> Journal()
    {
        lock (_gate)
        {
            _ledger.AdvanceTo(_clock.Now());
            return _ledger.Journal.ToSnapshot();
        }
    }

    // Every call counts, also one that is refused for another reason (A). Credentials come before the path: a stranger
    // does not learn what exists (A).
    private SandboxResponse Answer(SandboxCall call)
    {
        if (!_limiter.TryEnter(call.Now))
        {
            return Errors.TooManyRequests().With(_limiter.RefusalHeaders(call.Now));
        }

        if (call.Target.Segments is not ["v1", ..])
        {
            return Errors.UnknownPath(call);
        }

        var known = _routes.TryFind(call.Target.Segments, out var route, out var values);
        if (_authenticator.Refuse(call, route) is { } refusal)
        {
            return refusal;
        }

        return known ? Dispatch(call with { RouteValues = values! }, route!) : Errors.UnknownPath(call);
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

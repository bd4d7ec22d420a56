using System.Globalization;
using Voucherify.Loyalties.Sandbox.Authentication;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1.Handlers;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Routes;

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
    private readonly IdGenerator _ids;
    private readonly SandboxClock _clock;
    private readonly CardRegistry _register;
    private readonly ActivityLog _activity;
    private readonly LedgerWriter _book;
    private readonly PendingLedger _pending;
    private readonly PointsLedger _ledger;
    private readonly OrderLedger _orders;
    private readonly RateLimiter _limiter;
    private readonly Authenticator _authenticator;
    private readonly RequestIntake _desk;
    private readonly FaultInjector _injector;
    private readonly LateRequests _late = new();
    private readonly TimeSpan _applyLag;

    public SandboxEngine(LoyaltySandboxOptions options)
    {
        var calendar = new ProjectCalendar(options.TimeZone);
        _ids = new IdGenerator(options.Seed);
        _clock = new SandboxClock(options.TimeProvider);
        _register = new CardRegistry(_ids);
        _activity = new ActivityLog(_ids);
        _book = new LedgerWriter(calendar, _ids, _activity);
        _pending = new PendingLedger(calendar, _ids, _book, _activity);
        _ledger = new PointsLedger(_register, _book, _pending);
        _orders = new OrderLedger(_ids, _book, _pending);
        _limiter = new RateLimiter(options.RateLimit);

        var tokens = new TokenStore(options.TokenLifetime, _ids);
        _authenticator = new Authenticator(options.AppId, options.AppToken, tokens);
        _applyLag = options.ApplyLag;
        Faults = options.Faults;
        _injector = new FaultInjector(_limiter, _late);
        _desk = new RequestIntake(SandboxRoutes.Build(CreateHandlers(options, calendar, tokens)));
    }

    /// <summary>What misbehaves from now on, or null.</summary>
    public SandboxFaults? Faults { get; set; }

    /// <summary>Where clients find the service, for the addresses in its answers.</summary>
    public Uri Address { get; set; } = new("http://localhost/");

    /// <summary>Takes the first line of a request, before its body is read.</summary>
    /// <param name="method">The HTTP method, in upper case.</param>
    /// <param name="target">Path and query, still percent-encoded.</param>
    /// <param name="canRefuse">Whether the host can refuse the connection at this point.</param>
    public IncomingRequest Receive(string method, string target, bool canRefuse)
    {
        lock (_gate)
        {
            return _desk.Receive(method, target, canRefuse, Faults);
        }
    }

    public SandboxReply Handle(IncomingRequest arrival, SandboxRequest request)
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
            var rule = expiresAfterMonths is { } months ? ExpirationRule.AfterMonths(months) : null;
            var campaign = new Campaign(id ?? _ids.NextCampaignId(), name, Advance()) { Expiration = rule };
            _register.Add(campaign);
            return new SandboxCampaign(campaign.Id, campaign.Name, expiresAfterMonths);
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
            _register.AddReward(new StoredReward(reward, Advance()));
            return reward;
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

    public SandboxOrder? PayOrder(string code, long amount, long discountAmount, string? sourceId)
    {
        lock (_gate)
        {
            var now = Advance();
            if (!_register.TryFindCard(code, out var card))
            {
                return null;
            }

            if (Earnings.FindNotDone(card.Campaign, now) is { } rule)
            {
                throw new NotSupportedException($"The sandbox does not do the points of the earning rule {rule.Id}: {EstimateHandler.Describe(rule.Formula)}.");
            }

            var order = _orders.Pay(card, amount, discountAmount, sourceId);
            _ledger.AdvanceTo(now);
            return order;
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
        var members = new ResourceLocator(_register);
        var customers = new CustomerRegistry(_ids);
        var maker = new CardIssuer(_register, _ids, _book, _ledger, _activity);
        var jobs = new JobRegistry(_ids, options.JobTime);
        return new SandboxHandlers
        {
            OAuth = new OAuthHandler(tokens, options.AppId),
            Campaigns = new CampaignHandler(members, _register, maker, _ids, jobs),
            Memberships = new MembershipHandler(members, _register, customers, maker),
            Member = new MemberHandler(members),
            Balance = new BalanceHandler(options, members, new AdjustmentReader(options, calendar), _ledger),
            Transactions = new TransactionsHandler(members, _book),
            Transfer = new TransferHandler(options, members, _ledger),
            PendingPoints = new PendingPointsHandler(members, _pending, options.ZeroPoints),
            Redemption = new RedemptionHandler(options, members, _register, _ids, _ledger, _book.Tiers),
            Activity = new ActivityHandler(members, customers),
            Tiers = new TierHandler(members, _book.Tiers, _ids),
            EarningRules = new EarningRuleHandler(members, _ids),
            Estimate = new EstimateHandler(members, _register, customers, _book.Tiers, _orders),
            Rewards = new RewardHandler(members, _register, _book.Tiers, _ids),
            Exports = new ExportHandler(members, _register, _book, jobs, () => Address),
            AsyncActions = new AsyncActionHandler(jobs),
        };
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

    private SandboxResponse CarryOut(IncomingRequest arrival, SandboxRequest request, DateTimeOffset now)
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

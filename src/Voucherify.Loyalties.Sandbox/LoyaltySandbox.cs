using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Hosting;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox;

/// <summary>
/// A local Voucherify that keeps a ledger: loyalty cards, their points and what happened to them. Start it on a
/// loopback port with <see cref="StartAsync"/>, or keep it in memory with <see cref="Create"/>; either way
/// <see cref="CreateHandler"/> reaches it without a socket. Unknown cards are 404: add them first.
/// </summary>
/// <remarks>Thread-safe. Requests are carried out one at a time.</remarks>
public sealed class LoyaltySandbox : IAsyncDisposable
{
    private static readonly Uri InMemoryAddress = new("http://localhost/");

    private readonly LoyaltySandboxOptions _options;
    private readonly SandboxEngine _engine;
    private readonly KestrelHost? _host;

    private LoyaltySandbox(LoyaltySandboxOptions options, SandboxEngine engine, KestrelHost? host)
    {
        _options = options;
        _engine = engine;
        _host = host;
        _engine.Address = BaseAddress;
    }

    /// <summary>Where requests go: the loopback port, or <c>http://localhost/</c> for <see cref="CreateHandler"/> if there is no port.</summary>
    public Uri BaseAddress => _host?.Address ?? InMemoryAddress;

    /// <summary>
    /// Every effect committed so far, in commit order. A list that was read does not change, and reading it costs the
    /// same however long it is. Opening balances are not in it, nor what was accepted but is not yet applied.
    /// </summary>
    public IReadOnlyList<SandboxJournalEntry> Journal => _engine.Journal();

    /// <summary>
    /// Accepted changes that came to nothing, because the card no longer had the points when they fell due: a balance is
    /// never negative. They are not in the journal.
    /// </summary>
    public int DroppedEffects => _engine.DroppedEffects();

    /// <summary>How the sandbox misbehaves from the next request on, or null for not at all.</summary>
    public SandboxFaults? Faults
    {
        get => _engine.Faults;
        set => _engine.Faults = value;
    }

    /// <summary>
    /// How many requests clients have sent, by method and route, such as <c>POST /v1/loyalties/members/{memberId}/balance</c>,
    /// as a copy. It counts what a fault lost or answered too, but not a connection that was refused.
    /// </summary>
    public IReadOnlyDictionary<string, int> Requests => _engine.Requests();

    /// <summary>Creates a sandbox and serves it on a loopback port until it is disposed.</summary>
    /// <param name="options">Settings, or null for the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<LoyaltySandbox> StartAsync(
        LoyaltySandboxOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options = Validated(options);
        var engine = new SandboxEngine(options);
        var host = await KestrelHost.StartAsync(engine, options.Port, cancellationToken).ConfigureAwait(false);
        return new LoyaltySandbox(options, engine, host);
    }

    /// <summary>Creates a sandbox that only <see cref="CreateHandler"/> reaches; <see cref="LoyaltySandboxOptions.Port"/> is not used.</summary>
    /// <param name="options">Settings, or null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    public static LoyaltySandbox Create(LoyaltySandboxOptions? options = null)
    {
        options = Validated(options);
        return new LoyaltySandbox(options, new SandboxEngine(options), host: null);
    }

    /// <summary>
    /// Options of a client for this sandbox: its address, its key, its clock, and as <see cref="OrderingOptions.SettleDelay"/> its
    /// <see cref="LoyaltySandboxOptions.ApplyLag"/>. A client of a sandbox without a port
    /// also needs <see cref="CreateHandler"/>: <c>new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler())</c>.
    /// </summary>
    public LoyaltyClientOptions CreateClientOptions() => new()
    {
        Cluster = VoucherifyCluster.Dedicated(BaseAddress),
        Credentials = LoyaltyCredentials.ApiKey(_options.AppId, _options.AppToken),
        TimeProvider = _options.TimeProvider,
        Ordering = new OrderingOptions { SettleDelay = _options.ApplyLag },
    };

    /// <summary>
    /// A handler for <see cref="HttpClient"/> that serves this sandbox on the calling thread: no socket, no timer, no
    /// other thread, unless <see cref="Faults"/> say that an answer takes its time: then it comes by the sandbox's clock.
    /// It serves any host name.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new InMemoryHandler(_engine, _options.TimeProvider);

    /// <summary>Adds a campaign.</summary>
    /// <param name="name">The name; requests may use it instead of the id.</param>
    /// <param name="id">The id, or null for a generated <c>camp_...</c>.</param>
    /// <param name="expiresAfterMonths">
    /// Points added by the campaign's rule expire this many months after the day they were added, 0 at its end. Null: never.
    /// </param>
    /// <exception cref="ArgumentException">There is a campaign with that name or id.</exception>
    public SandboxCampaign AddCampaign(string name, string? id = null, int? expiresAfterMonths = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (id is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(id);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(expiresAfterMonths.GetValueOrDefault(), nameof(expiresAfterMonths));
        return _engine.AddCampaign(name, id, expiresAfterMonths);
    }

    /// <summary>Adds a card that a customer holds.</summary>
    /// <param name="code">The code: the member id of the API's routes.</param>
    /// <param name="points">The opening balance, in one bucket; 0 for none.</param>
    /// <param name="campaign">Name or id of a campaign that was added before, or null for a campaign of the sandbox's own.</param>
    /// <param name="expiresOn">The last day the opening balance can be used, or null if it never expires.</param>
    /// <exception cref="ArgumentException">There is a card with that code, or no such campaign.</exception>
    public SandboxCard AddCard(string code, long points = 0, string? campaign = null, DateOnly? expiresOn = null) =>
        AddCard(new SandboxCardSeed
        {
            Code = code,
            Campaign = campaign,
            Points = points == 0 ? [] : [new SandboxPoints(points, expiresOn)],
        });

    /// <summary>Adds a card.</summary>
    /// <param name="seed">What it is like.</param>
    /// <exception cref="ArgumentException">There is a card with that code, or no such campaign, or points are negative.</exception>
    public SandboxCard AddCard(SandboxCardSeed seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentException.ThrowIfNullOrWhiteSpace(seed.Code, nameof(seed));
        foreach (var bucket in seed.Points)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(bucket.Points, nameof(seed));
        }

        return _engine.AddCard(seed);
    }

    /// <summary>
    /// Adds a reward. Cards of a campaign that was added by <see cref="AddCampaign"/> can redeem it at this price; once a
    /// campaign has reward assignments, and in every campaign made through the API, they redeem only what is assigned, at the
    /// price of the assignment.
    /// </summary>
    /// <param name="id">The id, such as <c>rew_...</c>.</param>
    /// <param name="points">What it costs, at least 1.</param>
    /// <param name="name">The name, or null for the id.</param>
    /// <exception cref="ArgumentException">There is a reward with that id, or the price is less than 1.</exception>
    public SandboxReward AddReward(string id, long points, string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        return _engine.AddReward(new SandboxReward(id, name ?? id, points));
    }

    /// <summary>
    /// Pays an order, which the real service learns through other APIs: the active earning rules for paid orders of the card's
    /// campaign add their points at once, without <see cref="LoyaltySandboxOptions.ApplyLag"/>, or as pending points. Validation
    /// rules are taken as fulfilled.
    /// </summary>
    /// <param name="code">The card's code.</param>
    /// <param name="amount">The amount before discounts, in minor currency units: 1000 is 10.00.</param>
    /// <param name="discountAmount">The discounts, in the same units.</param>
    /// <param name="sourceId">Your own id of the order, or null. The same order paid twice earns twice.</param>
    /// <exception cref="ArgumentException">An amount is negative, or the discounts are more than the amount.</exception>
    /// <exception cref="KeyNotFoundException">There is no such card.</exception>
    /// <exception cref="NotSupportedException">
    /// A rule computes its points from something other than the amount: items, metadata, or a formula. Nothing was earned.
    /// </exception>
    public SandboxOrder PayOrder(string code, long amount, long discountAmount = 0, string? sourceId = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfNegative(discountAmount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(discountAmount, amount);
        return _engine.PayOrder(code, amount, discountAmount, sourceId)
            ?? throw new KeyNotFoundException($"The sandbox has no card '{code}'.");
    }

    /// <summary>
    /// Gives a card pending points, as a paid order does. They become usable by themselves when their day begins in the
    /// project's time zone; at once if it has begun.
    /// </summary>
    /// <param name="code">The card's code.</param>
    /// <param name="points">How many, at least 1.</param>
    /// <param name="activatesOn">The day they become usable.</param>
    /// <param name="orderId">The order, or null for a generated <c>ord_...</c>.</param>
    /// <exception cref="ArgumentException">The number of points is less than 1.</exception>
    /// <exception cref="KeyNotFoundException">There is no such card.</exception>
    public SandboxPendingPoints AddPendingPoints(string code, long points, DateOnly activatesOn, string? orderId = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        return _engine.AddPendingPoints(code, points, activatesOn, orderId)
            ?? throw new KeyNotFoundException($"The sandbox has no card '{code}'.");
    }

    /// <summary>A card as it is now, with every effect and expiration that is due.</summary>
    /// <param name="code">The card's code.</param>
    /// <exception cref="KeyNotFoundException">There is no such card.</exception>
    public SandboxCard GetCard(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _engine.FindCard(code) ?? throw new KeyNotFoundException($"The sandbox has no card '{code}'.");
    }

    /// <summary>Stops listening. The handlers keep working: they need no port.</summary>
    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static LoyaltySandboxOptions Validated(LoyaltySandboxOptions? options)
    {
        options ??= new LoyaltySandboxOptions();
        return options.FindProblem() is { } problem ? throw new ArgumentException(problem + ".", nameof(options)) : options;
    }
}

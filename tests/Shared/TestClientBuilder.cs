using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.TestSupport;

/// <summary>Builds the clients of the tests. Without a handler, the client opens real connections.</summary>
public sealed partial class TestClientBuilder
{
    public const string AppId = "app-id";

    public const string AppToken = "app-token";

    private readonly LoyaltyClientOptions _options;
    private HttpMessageHandler? _handler;

    /// <summary>Starts from the default options and an API key.</summary>
    public TestClientBuilder()
        : this(new LoyaltyClientOptions { Credentials = Key })
    {
    }

    private TestClientBuilder(LoyaltyClientOptions options) => _options = options;

    /// <summary>The credentials of a client that sets no others.</summary>
    public static LoyaltyCredentials Key => LoyaltyCredentials.ApiKey(AppId, AppToken);

    /// <summary>Starts from the options of a sandbox: its address, its API key and its clock.</summary>
    public static TestClientBuilder ForSandbox(LoyaltySandbox sandbox) => new(sandbox.CreateClientOptions());

    public TestClientBuilder WithAddress(Uri address) => Configure(options => options.Cluster = VoucherifyCluster.Dedicated(address));

    public TestClientBuilder WithCluster(VoucherifyCluster cluster) => Configure(options => options.Cluster = cluster);

    public TestClientBuilder WithCredentials(LoyaltyCredentials credentials) => Configure(options => options.Credentials = credentials);

    public TestClientBuilder WithClock(TimeProvider clock) => Configure(options => options.TimeProvider = clock);

    public TestClientBuilder WithLoggers(ILoggerFactory loggers) => Configure(options => options.LoggerFactory = loggers);

    /// <summary>Changes the options. Later changes win.</summary>
    public TestClientBuilder Configure(Action<LoyaltyClientOptions>? configure)
    {
        configure?.Invoke(_options);
        return this;
    }

    /// <summary>Sends the requests through this handler, which the client does not dispose; null opens real connections.</summary>
    public TestClientBuilder WithHandler(HttpMessageHandler? handler)
    {
        _handler = handler;
        return this;
    }

    public LoyaltyClient Build()
    {
        LoyaltyClient? client = null;
        BuildSeeded(ref client);
        return client ?? (_handler is null ? new LoyaltyClient(_options) : new LoyaltyClient(_options, _handler));
    }

    /// <summary>Builds the client if a seed was given. Only projects that see the internals of the SDK can do so.</summary>
    partial void BuildSeeded(ref LoyaltyClient? client);
}

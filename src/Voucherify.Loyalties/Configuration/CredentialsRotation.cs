using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Voucherify.Loyalties.Telemetry;

namespace Voucherify.Loyalties.Configuration;

/// <summary>
/// Gives a running client the credentials that its options have after a change of their source. Invalid options change nothing.
/// The options are created here, because a monitor does not report new options that are invalid.
/// </summary>
internal sealed class CredentialsRotation : IDisposable
{
    private readonly LoyaltyClient _client;
    private readonly VoucherifyCluster _cluster;
    private readonly string _name;
    private readonly IOptionsFactory<LoyaltyClientOptions> _factory;
    private readonly ILogger _logger;
    private readonly List<IDisposable> _watches;
    private readonly object _gate = new();
    private LoyaltyCredentials _current;

    public CredentialsRotation(
        LoyaltyClient client,
        string name,
        LoyaltyClientOptions current,
        IOptionsFactory<LoyaltyClientOptions> factory,
        IEnumerable<IOptionsChangeTokenSource<LoyaltyClientOptions>> sources)
    {
        _client = client;
        _name = name;
        _current = current.Credentials!;
        _cluster = current.Cluster;
        _factory = factory;
        _logger = client.Parts.Telemetry.Log;
        _watches = [.. sources.Select(source => ChangeToken.OnChange(source.GetChangeToken, Rotate))];
    }

    public void Dispose() => _watches.ForEach(static watch => watch.Dispose());

    /// <summary>Uses the credentials that the options have now.</summary>
    public void Rotate()
    {
        // One at a time: the last one reads the last state.
        lock (_gate)
        {
            try
            {
                Take(_factory.Create(_name));
            }
            catch (OptionsValidationException error)
            {
                LoyaltyLog.CredentialsRefused(_logger, _name, error.Message);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                // From user code: its message may contain anything.
                LoyaltyLog.CredentialsRefused(_logger, _name, error.GetType().Name);
            }
        }
    }

    private void Take(LoyaltyClientOptions options)
    {
        if (options.Cluster != _cluster)
        {
            // The new key belongs to the new cluster, and must not be sent to the old one.
            LoyaltyLog.CredentialsRefused(_logger, _name, "The cluster changed too, and a client keeps its cluster until the program restarts.");
        }
        else if (!options.Credentials!.IsSameAs(_current))
        {
            _client.Parts.UseCredentials(options.Credentials);
            _current = options.Credentials;
            LoyaltyLog.CredentialsRotated(_logger, _name);
        }
    }
}

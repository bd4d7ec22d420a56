namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>A server, or a handler, that responds as the service does.</summary>
public interface IContractHost : IAsyncDisposable
{
    /// <summary>Starts a client with the host's address, a valid API key, and the clock of the test.</summary>
    TestClientBuilder NewClient();
}

[assembly: AssemblyFixture(typeof(Voucherify.Loyalties.Queue.Tests.PostgreSql.SharedServer))]

namespace Voucherify.Loyalties.Queue.Tests.PostgreSql;

/// <summary>The server that most tests share, each with a schema of its own. It starts with the first test that needs it.</summary>
public sealed class SharedServer : IDisposable
{
    private static Lazy<PostgresServer> _server = NewServer();

    internal static PostgresServer Instance => _server.Value;

    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            _server.Value.Dispose();
            _server = NewServer();
        }
    }

    private static Lazy<PostgresServer> NewServer() => new(static () => new PostgresServer());
}

using Refit;
using Voucherify.Loyalties.Benchmarks.Clients.Models;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>Plain Refit with source-generated JSON, as most would write it.</summary>
internal class RefitClient : IBenchClient
{
    private readonly HttpClient _http;
    private readonly IMembersApi _api;

    public RefitClient(Uri address, Action<SocketsHttpHandler>? configure)
        : this(Connection.Create(address, configure))
    {
    }

    protected RefitClient(HttpClient http)
    {
        _http = http;
        var settings = RefitSettings.ForJsonContext(ModelsJsonContext.Default);
        settings.RequestBodySerialization = RequestBodySerializationMode.Buffered;
        _api = RestService.ForGenerated<IMembersApi>(http, settings);
    }

    public Task AdjustBalanceAsync(string card, string sourceId) =>
        _api.AdjustAsync(card, new Adjustment { Points = 1, SourceId = sourceId }, CancellationToken.None);

    public Task GetMemberAsync(string card) => _api.GetMemberAsync(card, CancellationToken.None);

    public Task ListTransactionsAsync(string card) => _api.ListAsync(card, 100, "-id", CancellationToken.None);

    public long Read(Task completed) => Responses.Read(completed);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _http.Dispose();
}

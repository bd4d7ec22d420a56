using Refit;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>Plain Refit, as most would write it, with source-generated JSON.</summary>
internal class RefitClient : IBenchClient
{
    private readonly HttpClient _http;
    private readonly IFloorApi _api;

    public RefitClient(Uri address, HttpMessageHandler? handler)
        : this(Connection.Create(address, handler))
    {
    }

    protected RefitClient(HttpClient http)
    {
        _http = http;
        var settings = RefitSettings.ForJsonContext(FloorJsonContext.Default);
        settings.RequestBodySerialization = RequestBodySerializationMode.Buffered;
        _api = RestService.ForGenerated<IFloorApi>(http, settings);
    }

    public async Task<long> AdjustBalanceAsync(string card, string sourceId) =>
        (await _api.AdjustAsync(card, new FloorAdjustment { Points = 1, SourceId = sourceId }, CancellationToken.None)).Balance!.Value;

    public async Task<long> GetMemberAsync(string card) => (await _api.GetMemberAsync(card, CancellationToken.None)).LoyaltyCard!.Balance!.Value;

    public async Task<int> ListTransactionsAsync(string card) => (await _api.ListAsync(card, 100, "-id", CancellationToken.None)).Data!.Count;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _http.Dispose();
}

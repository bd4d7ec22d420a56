using Refit;

namespace Voucherify.Loyalties.Http;

/// <summary>Creates the implementations that Refit generated for the API interfaces. Their methods only build requests.</summary>
internal sealed class ApiFactory(HttpClient http)
{
    private readonly RefitSettings _settings = new(new TrackedJson()) { Buffered = true };

    public TApi Create<TApi>() => RestService.ForGenerated<TApi>(http, _settings);
}

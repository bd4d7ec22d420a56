using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Generated.Platform.Api;

namespace Voucherify.Loyalties.Resources;

/// <summary>Tracks events with an id in their metadata, and finds a lost one by its id in the customer's activity.</summary>
/// <param name="context">What the resource clients share.</param>
/// <param name="api">Builds the requests.</param>
/// <param name="property">The property of the metadata with the id.</param>
internal sealed class EventTracking(ResourceContext context, IEventsApi api, string property)
{
    /// <summary>Tracks an event. Its metadata may have the id already.</summary>
    /// <exception cref="ArgumentException">The metadata has something else than an id.</exception>
    public Task<TrackedEvent> TrackAsync(TrackEventRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        var searched = context.Searched;
        var marker = new EventMarker(property, context.NewSourceId);
        var marked = marker.AddTo(request);
        var search = new EventSearch(marked, marker, new CustomerActivityReads(context));
        var call = new SearchedCall<TrackedEvent>(
            limited => context.Dispatcher.SendAsync(
                PlatformOperations.TrackEvent, () => api.TrackEvent(marked), limited, cancellationToken),
            search.FindAsync);
        return searched.SendAsync(call, options, cancellationToken);
    }
}

using Voucherify.Loyalties.Generated.Platform;

namespace Voucherify.Loyalties.Resources;

/// <summary>The hand-written part: the name and the customer of an event are checked before anything is sent.</summary>
internal sealed partial class EventsClient
{
    private const int MaxNameLength = 300;

    /// <inheritdoc/>
    public Task<TrackedEvent> TrackEventAsync(
        TrackEventRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Event, nameof(request));
        if (request.Event.Length > MaxNameLength)
        {
            throw new ArgumentException($"The name of an event has at most {MaxNameLength} characters.", nameof(request));
        }

        CustomerRules.RequireId(request.Customer);
        return _context.Options.Reconciliation.EventMarkerProperty is { } property
            ? new EventTracking(_context, _api, property).TrackAsync(request, options, cancellationToken)
            : _context.Dispatcher.SendAsync(
                PlatformOperations.TrackEvent, () => _api.TrackEvent(request), options, cancellationToken);
    }
}

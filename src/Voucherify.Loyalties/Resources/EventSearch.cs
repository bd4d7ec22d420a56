using System.Net;

namespace Voucherify.Loyalties.Resources;

/// <summary>Searches the activity of a customer for an event.</summary>
/// <param name="request">The request for the event, with its id.</param>
/// <param name="marker">The id.</param>
/// <param name="activity">Reads the activity.</param>
internal sealed class EventSearch(TrackEventRequest request, EventMarker marker, CustomerActivityReads activity)
{
    /// <summary>Searches once.</summary>
    public async Task<SearchResult<TrackedEvent>> FindAsync(SearchMoment moment)
    {
        var customer = request.Customer.Id?.Value ?? request.Customer.SourceId!;
        try
        {
            var (events, isCached) = await activity.ReadEventsAsync(customer, moment).ConfigureAwait(false);
            return events.Any(row => marker.IsIn(row.Data, request))
                ? SearchResult<TrackedEvent>.Of(new() { Type = request.Event, Metadata = request.Metadata, Recovered = true })
                : isCached ? SearchResult<TrackedEvent>.Doubtful("The activity that was read is an old one.")
                : SearchResult<TrackedEvent>.Absent;
        }
        catch (LoyaltyApiException error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            // The event would have created the customer.
            return SearchResult<TrackedEvent>.Absent;
        }
    }
}

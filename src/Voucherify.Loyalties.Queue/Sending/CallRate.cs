using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Sending;

/// <summary>How many calls the worker may make: what the options say, or a share of what the service has named last.</summary>
internal sealed class CallRate(ILoyaltyClient client, AdjustmentQueueOptions options)
{
    /// <summary>The service counts by the minute or by the hour. A longer time until renewal tells the hour.</summary>
    private static readonly TimeSpan LongestMinute = TimeSpan.FromSeconds(61);

    private long _limit;
    private bool _isHourly;

    /// <summary>The limits at this moment.</summary>
    public CallLimits Current()
    {
        if (client.RateLimit is { Limit: > 0 } status)
        {
            _isHourly |= status.RenewsIn > LongestMinute;
            _limit = status.Limit;
        }

        double? named = _limit == 0 ? null : _limit * options.RateShare / (_isHourly ? 60 : 1);
        return new(options.MaxCallsPerMinute ?? named, options.MaxConcurrentCalls, options.MaxCallsPerCycle, options.CycleEndsAt);
    }
}

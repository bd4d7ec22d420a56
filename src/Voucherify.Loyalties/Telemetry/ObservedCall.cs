using System.Diagnostics;
using System.Globalization;
using Voucherify.Loyalties.Internal;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>A call that somebody observes, from its beginning to its end.</summary>
internal readonly struct ObservedCall(LoyaltyOperation operation, Activity? activity, LoyaltyInstruments instruments, LoyaltyClientOptions options)
{
    private readonly long _started = options.TimeProvider.GetTimestamp();

    /// <summary>Ends it.</summary>
    /// <param name="outcome">One of <see cref="OutcomeNames"/>.</param>
    /// <param name="failure">What the caller gets instead of an answer; null after a success.</param>
    /// <param name="status">The status of the last answer; 0 when there was none.</param>
    /// <param name="attempts">How many requests left.</param>
    public void End(string outcome, Exception? failure, int status, int attempts)
    {
        var errorType = failure is null ? null : ErrorType(failure);
        instruments.Ended(Tags(outcome, errorType), options.TimeProvider.GetElapsedTime(_started));
        if (activity is null)
        {
            return;
        }

        activity.SetTag(TagNames.Outcome, outcome);
        if (status > 0)
        {
            activity.SetTag(TagNames.Status, status);
        }

        if (attempts > 1)
        {
            activity.SetTag(TagNames.Resends, attempts - 1);
        }

        if (errorType is not null)
        {
            // Without the message: it may name the member, or what a token provider of the user's put into its own.
            activity.SetTag(TagNames.ErrorType, errorType);
            activity.SetStatus(ActivityStatusCode.Error);
        }

        Quiet.Run(activity, static span => span.Dispose());
    }

    // By OpenTelemetry's convention the status where the service answered with an error, else the type.
    private static string ErrorType(Exception failure) => failure is LoyaltyApiException { StatusCode: var status }
        ? ((int)status).ToString(CultureInfo.InvariantCulture)
        : failure.GetType().FullName!;

    private TagList Tags(string outcome, string? errorType)
    {
        var tags = new TagList
        {
            { TagNames.Operation, operation.Id },
            { TagNames.Method, operation.Method.Method },
            { TagNames.Route, operation.Route },
            { TagNames.ServerAddress, options.Cluster.ApiAddress.Host },
            { TagNames.Outcome, outcome },
        };
        if (errorType is not null)
        {
            tags.Add(TagNames.ErrorType, errorType);
        }

        return tags;
    }
}

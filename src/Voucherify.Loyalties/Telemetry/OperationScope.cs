using System.Diagnostics;
using System.Globalization;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>An observed call, from its start to its end.</summary>
internal readonly struct OperationScope(
    Operation operation,
    Activity? activity,
    LoyaltyInstruments instruments,
    LoyaltyClientOptions options)
{
    private readonly long _started = options.TimeProvider.GetTimestamp();

    /// <summary>Ends the scope.</summary>
    /// <param name="outcome">One of <see cref="OutcomeTag"/>.</param>
    /// <param name="failure">The exception that the caller gets; null after a success.</param>
    /// <param name="report">The attempts and the status of the call.</param>
    public void End(string outcome, Exception? failure, ICallReport report)
    {
        var errorType = failure is null ? null : ErrorType(failure);
        instruments.Ended(Tags(outcome, errorType), options.TimeProvider.GetElapsedTime(_started));
        if (activity is null)
        {
            return;
        }

        activity.SetTag(TagNames.Outcome, outcome);
        if (report.Status > 0)
        {
            activity.SetTag(TagNames.Status, report.Status);
        }

        if (report.Attempts > 1)
        {
            activity.SetTag(TagNames.Resends, report.Attempts - 1);
        }

        if (errorType is not null)
        {
            // Without the message: it may name the member, or contain a secret from a user's token provider.
            activity.SetTag(TagNames.ErrorType, errorType);
            activity.SetStatus(ActivityStatusCode.Error);
        }

        SafeInvoke.Run(activity, static span => span.Dispose());
    }

    // OpenTelemetry's convention: the status if the service responded with an error, otherwise the type.
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

using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources;

/// <summary>The hand-written part: waiting for the end of an action.</summary>
internal sealed partial class AsyncActionsClient
{
    /// <inheritdoc />
    public Task<AsyncAction> WaitAsync(
        string asyncActionId,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Validate.PathSegment(asyncActionId);
        return WaitForSuccessAsync(asyncActionId, WaitOptions.Checked(wait), options, cancellationToken);
    }

    private async Task<AsyncAction> WaitForSuccessAsync(
        string id,
        WaitOptions wait,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var action = await JobPolling.UntilEndedAsync(
            _context.Clock,
            $"The async action {id}",
            () => GetAsyncActionAsync(id, options, cancellationToken),
            static action => action.Status == AsyncActionStatus.Done || action.Status == AsyncActionStatus.Failed,
            wait,
            cancellationToken).ConfigureAwait(false);

        // Done only means ended; the operation status tells how it ended.
        return action.Status == AsyncActionStatus.Failed || action.OperationStatus == AsyncActionOperationStatus.Failed
            ? throw new LoyaltyJobFailedException(action)
            : action;
    }
}

namespace Voucherify.Loyalties;

public static partial class AsyncActionsClientExtensions
{
    /// <inheritdoc cref="IAsyncActionsClient.WaitAsync" />
    public static Task<AsyncAction> WaitAsync(
        this IAsyncActionsClient asyncActions,
        string asyncActionId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asyncActions);
        return asyncActions.WaitAsync(asyncActionId, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IAsyncActionsClient.WaitAsync" />
    public static Task<AsyncAction> WaitAsync(
        this IAsyncActionsClient asyncActions,
        string asyncActionId,
        WaitOptions? wait,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asyncActions);
        return asyncActions.WaitAsync(asyncActionId, wait, cancellationToken: cancellationToken);
    }
}

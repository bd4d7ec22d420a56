using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>
/// A background job of the service failed: an export, which then has no file, or an async action. The calls themselves succeeded.
/// </summary>
public sealed class LoyaltyJobFailedException : LoyaltyException
{
    /// <summary>Creates the error of an export.</summary>
    /// <param name="export">The export, as the service last showed it.</param>
    public LoyaltyJobFailedException(Export export)
        : base($"The export {export?.Id} ended with {export?.Status}: it has no file.")
    {
        ArgumentNullException.ThrowIfNull(export);
        Export = export;
        JobId = export.Id;
    }

    /// <summary>Creates the error of an async action.</summary>
    /// <param name="asyncAction">The action, as the service last showed it.</param>
    public LoyaltyJobFailedException(AsyncAction asyncAction)
        : base($"The async action {asyncAction?.Id} ({asyncAction?.Type}) ended with {asyncAction?.Status},"
            + $" operation status {asyncAction?.OperationStatus?.Value ?? "none"}.")
    {
        ArgumentNullException.ThrowIfNull(asyncAction);
        AsyncAction = asyncAction;
        JobId = asyncAction.Id;
    }

    /// <summary>The id of the export or of the async action.</summary>
    public string? JobId { get; }

    /// <summary>The export; null when an async action failed.</summary>
    public Export? Export { get; }

    /// <summary>The async action, whose <see cref="AsyncAction.Result"/> may say more; null when an export failed.</summary>
    public AsyncAction? AsyncAction { get; }
}

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>An answer that tells its caller under which id the change can be found.</summary>
internal interface ICarriesSourceId
{
    /// <summary>The id that the change was sent with.</summary>
    string? SourceId { set; }
}

namespace Voucherify.Loyalties.Models;

/// <summary>A response that tells the caller the <c>source_id</c> of the write.</summary>
internal interface IHasSourceId
{
    string? SourceId { get; set; }
}

namespace Voucherify.Loyalties.Models;

/// <summary>A response that reports the <c>source_id</c> of the write to the caller.</summary>
internal interface IHasSourceId
{
    string? SourceId { get; set; }
}

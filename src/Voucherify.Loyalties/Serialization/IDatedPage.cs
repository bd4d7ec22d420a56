namespace Voucherify.Loyalties.Serialization;

/// <summary>A page of a list that knows how old it is.</summary>
internal interface IDatedPage
{
    /// <summary>Sets the service's clock at the response.</summary>
    DateTimeOffset? AsOf { set; }
}

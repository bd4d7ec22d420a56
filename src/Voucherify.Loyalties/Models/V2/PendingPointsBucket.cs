namespace Voucherify.Loyalties.V2;

public sealed partial record PendingPointsBucket
{
    internal long? Total => Points?.Total;
}

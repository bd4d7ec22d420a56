namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>The events that earn points (documented).</summary>
internal static class EarningTrigger
{
    public const string OrderPaid = "customer.order.paid";
    public const string CustomEvent = "customer.custom_event";
    public const string SegmentEntered = "customer.segment.entered";
}

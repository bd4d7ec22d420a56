namespace Voucherify.Loyalties.Queue.Tests.Outbox.EntityFramework;

/// <summary>An order of the shop.</summary>
public sealed class Order
{
    public required string Id { get; init; }
}

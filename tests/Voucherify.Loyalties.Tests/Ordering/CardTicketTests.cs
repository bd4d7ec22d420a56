using Voucherify.Loyalties.Ordering;

namespace Voucherify.Loyalties.Tests.Ordering;

public sealed class CardTicketTests
{
    [Theory]
    [InlineData("a", "a", "a")]
    [InlineData("a", "b", null)]
    [InlineData(null, null, null)]
    [InlineData("b", "a,b", "b")]
    [InlineData("c", "a,b", null)]
    [InlineData(null, "a,b", null)]
    [InlineData("a,b", "b,c", "b")]
    [InlineData("a,b", "c,d", null)]
    public void Two_calls_share_an_id_that_both_have(string? ids, string? otherIds, string? shared)
    {
        var (one, other) = (Ticket(ids), Ticket(otherIds));

        Assert.Equal((shared, shared), (one.SharedId(other), other.SharedId(one)));
    }

    /// <summary>A ticket with one id, with several, or with none.</summary>
    private static CardTicket Ticket(string? ids) => ids?.Split(',') is { Length: > 1 } several
        ? new CardTicket(["CARD"], several[0], resumes: false) { SourceIds = several }
        : new CardTicket(["CARD"], ids, resumes: false);
}

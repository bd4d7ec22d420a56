namespace Voucherify.Loyalties.Benchmarks.Clients.Models;

/// <summary>Reads the results of the clients that share these models.</summary>
internal static class Responses
{
    /// <summary>Returns the number that a response is about.</summary>
    public static long Read(Task completed) => completed switch
    {
        Task<Balance> balance => balance.Result.Value!.Value,
        Task<Member> member => member.Result.LoyaltyCard!.Balance!.Value,
        Task<TransactionPage> page => page.Result.Data!.Count,
        _ => throw new ArgumentException("This is not the task of a call.", nameof(completed)),
    };
}

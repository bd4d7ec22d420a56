using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.Queue;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The code of docs/queue.md.</summary>
internal static class QueuePage
{
    public static void Register(IServiceCollection services, string appId, string appToken)
    {
        #region snippet
        services.AddVoucherifyLoyalties(options => options.Credentials = LoyaltyCredentials.ApiKey(appId, appToken));
        services.AddVoucherifyLoyaltyQueue().UseSqlite("shop.db").WithWorker();
        #endregion
    }

    public static async Task EnqueueAsync(SqliteConnection connection, IAdjustmentQueue queue)
    {
        #region snippet
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        await SaveOrderAsync(connection, transaction, "order-1001");
        await queue.EnqueueAsync(
            new QueuedAdjustment { MemberId = "MmFAzfDe", CampaignId = "Loyalty", Points = 100, SourceId = "order-1001" },
            transaction);
        await transaction.CommitAsync();
        #endregion
    }

    public static async Task<(JobProgress, JobVerification)> RunAsync(IAdjustmentJobs jobs)
    {
        #region snippet
        await using var file = File.OpenRead("credits.csv");
        var plan = await jobs.PlanAsync(AdjustmentCsv.ReadAsync(file, campaignId: "Loyalty"));
        Console.WriteLine($"{plan.Items} adjustments of {plan.Cards} cards: about {plan.Calls} calls, {plan.Duration}");

        file.Position = 0;
        await jobs.SubmitAsync("credits-2026-11", AdjustmentCsv.ReadAsync(file, campaignId: "Loyalty"));
        JobProgress result = await jobs.WaitAsync("credits-2026-11");
        JobVerification verification = await jobs.VerifyAsync("credits-2026-11");
        #endregion

        return (result, verification);
    }

    public static void RegisterMachine(IServiceCollection services, string appId, string appToken, string connectionString)
    {
        #region snippet
        services.AddVoucherifyLoyalties(options => options.Credentials = LoyaltyCredentials.ApiKey(appId, appToken));
        services.AddVoucherifyLoyaltyQueue().UsePostgreSql(connectionString).WithWorker();
        #endregion
    }

    private static Task<int> SaveOrderAsync(SqliteConnection connection, SqliteTransaction transaction, string order)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "insert into orders (id) values ($id)";
        command.Parameters.AddWithValue("$id", order);
        return command.ExecuteNonQueryAsync();
    }
}
